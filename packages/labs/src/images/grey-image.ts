import { inWords, TenlabError } from '@tenlab/core';
import type { DecodedPng } from 'fast-png';

/** A picture in shades of grey: `data[y * width + x]` from 0 (black) to 1 (white). */
export interface GreyImage {
  width: number;
  height: number;
  data: Float32Array;
}

/** More pixels than any drawing has; a file that claims more would only fill the memory. */
const mostPixels = 64_000_000;

const signature = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];

/**
 * Reads a PNG of any kind (grey, colour, palette, with or without transparency, 1 to 16 bits) as shades of grey.
 *
 * `grey = 0.299 red + 0.587 green + 0.114 blue`. Where most of the picture is transparent, the drawing is in the opacity, and
 * is set on white if it is dark and on black if it is light; elsewhere transparent parts take the colour of the edge.
 *
 * @throws TenlabError `not-a-png`, `image-too-large`, or `damaged-png`.
 */
export async function readGreyPng(file: Uint8Array, place = 'The image'): Promise<GreyImage> {
  const { width, height } = sizeOf(file, place);
  if (width * height > mostPixels) {
    throw new TenlabError({
      code: 'image-too-large',
      place,
      expected: `an image of at most ${mostPixels / 1e6} million pixels`,
      received: inWords(`${width} x ${height}`),
      remedy: 'Scale it down first; 28 to 1,000 pixels a side are plenty for one digit.',
    });
  }
  const { convertIndexedToRgb, decode } = await import('fast-png');
  try {
    const png = decode(file, { checkCrc: true });
    if (png.palette === undefined) return flatten(samplesOf(png), png);
    const data = convertIndexedToRgb(png);
    return flatten(data, { width, height, channels: data.length / (width * height), depth: 8 });
  } catch (cause) {
    throw new TenlabError({
      code: 'damaged-png',
      place,
      expected: 'a whole PNG file',
      received: inWords(cause instanceof Error ? cause.message : String(cause)),
      remedy: 'Save the drawing again, or open it in an image program and export it as PNG.',
      cause,
    });
  }
}

function sizeOf(file: Uint8Array, place: string): { width: number; height: number } {
  const isPng = file.length >= 24 && signature.every((byte, index) => file[index] === byte);
  if (!isPng) {
    throw new TenlabError({
      code: 'not-a-png',
      place,
      expected: 'a PNG file',
      received: inWords(file.length === 0 ? 'an empty file' : `${file.length} bytes that begin otherwise`),
      remedy: 'Export the drawing as PNG; JPEG, GIF and WebP are not read.',
    });
  }
  const header = new DataView(file.buffer, file.byteOffset, file.byteLength);
  return { width: header.getUint32(16), height: header.getUint32(20) };
}

/** The samples one by one: those of 1, 2 or 4 bits are stored several to a byte, each row beginning on a new one. */
function samplesOf({ data, depth, width, height }: DecodedPng): ArrayLike<number> {
  if (depth >= 8) return data;
  const rowBytes = Math.ceil((width * depth) / 8);
  const samples = new Uint8Array(width * height);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const bit = x * depth;
      const byte = data[y * rowBytes + (bit >> 3)]!;
      samples[y * width + x] = (byte >> (8 - depth - (bit & 7))) & ((1 << depth) - 1);
    }
  }
  return samples;
}

type Layout = { width: number; height: number; channels: number; depth: number; transparency?: Uint16Array };

function flatten(samples: ArrayLike<number>, layout: Layout): GreyImage {
  const { width, height, channels, transparency } = layout;
  const most = 2 ** layout.depth - 1;
  const hasColor = channels >= 3;
  const hasAlpha = channels === 2 || channels === 4;
  const grey = new Float32Array(width * height);
  const alpha = new Float32Array(width * height).fill(1);
  for (let pixel = 0; pixel < grey.length; pixel++) {
    const at = pixel * channels;
    const first = samples[at]!;
    grey[pixel] = (hasColor ? 0.299 * first + 0.587 * samples[at + 1]! + 0.114 * samples[at + 2]! : first) / most;
    if (hasAlpha) alpha[pixel] = samples[at + channels - 1]! / most;
    else if (transparency?.every((value, channel) => samples[at + channel] === value)) alpha[pixel] = 0;
  }
  return { width, height, data: setOnPaper(grey, alpha, { width, height }) };
}

/** Lays a picture with transparent parts on a ground that leaves the drawing visible. */
function setOnPaper(grey: Float32Array, alpha: Float32Array, size: { width: number; height: number }): Float32Array {
  let opaque = 0;
  let light = 0;
  for (let pixel = 0; pixel < grey.length; pixel++) {
    opaque += alpha[pixel]!;
    light += alpha[pixel]! * grey[pixel]!;
  }
  if (opaque > grey.length - 0.5) return grey;
  const drawnInOpacity = opaque < grey.length / 2;
  const ground = drawnInOpacity ? (light < opaque / 2 ? 1 : 0) : edgeOf(grey, alpha, size);
  return grey.map((value, pixel) => alpha[pixel]! * value + (1 - alpha[pixel]!) * ground);
}

/** The middle shade along the edge, of what is not transparent there; of everything when nothing is. */
function edgeOf(grey: Float32Array, alpha: Float32Array, { width, height }: { width: number; height: number }): number {
  const solid = (pixel: number) => alpha[pixel]! > 0.9;
  const isEdge = (pixel: number) => {
    const [x, y] = [pixel % width, Math.floor(pixel / width)];
    return x === 0 || y === 0 || x === width - 1 || y === height - 1;
  };
  const edge = grey.filter((_, pixel) => isEdge(pixel) && solid(pixel));
  const shades = (edge.length > 0 ? edge : grey.filter((_, pixel) => solid(pixel))).sort();
  return shades[shades.length >> 1] ?? 1;
}
