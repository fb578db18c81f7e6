import { inWords, TenlabError } from '@tenlab/core';
import type { DecodedPng } from 'fast-png';
import { type ClaimedSize, claimedSizeOfJpeg, claimedSizeOfPng } from './claimed-size';
import type { ColorMode, ImageValues } from './image-values';
import { toChannels } from './to-channels';

/** More pixels than any camera makes; a file that claims more would only fill the memory. */
const mostPixels = 100_000_000;

/**
 * Reads a PNG or JPEG file: what it is shows in its first bytes, whatever its name.
 *
 * PNG of any kind, 16 bits shortened to 8; JPEG baseline and progressive. `place` names the file in errors. Throws a {@link TenlabError}
 * for another format, a damaged file, and one of more than 100 million pixels.
 *
 * @example
 * const { data, shape } = await decodeImage(await readFile('cat.jpg'));
 * shape; // [180, 240, 3]
 */
export async function decodeImage(
  file: Uint8Array,
  { colorMode = 'rgb' }: { colorMode?: ColorMode } = {},
  place = 'The image',
): Promise<ImageValues> {
  const decode = isPng(file) ? decodePng : isJpeg(file) ? decodeJpeg : undefined;
  if (decode === undefined) {
    throw new TenlabError({
      code: 'unknown-image',
      place,
      expected: 'a PNG or JPEG file',
      received: inWords(describeStart(file)),
      remedy: 'Convert it to PNG with an image program.',
    });
  }
  try {
    return toChannels(await decode(file, place), colorMode);
  } catch (cause) {
    if (TenlabError.isInstance(cause)) throw cause;
    throw new TenlabError({
      code: 'damaged-image',
      place,
      expected: 'a whole PNG or JPEG file',
      received: inWords(cause instanceof Error ? cause.message : String(cause)),
      remedy: 'Open it in an image program to see whether it is whole, and save it again.',
      cause,
    });
  }
}

async function decodePng(file: Uint8Array, place: string): Promise<ImageValues> {
  expectPossible(claimedSizeOfPng(file), file, place);
  const { convertIndexedToRgb, decode } = await import('fast-png');
  const png = decode(file, { checkCrc: true });
  const { width, height } = png;
  const data = png.palette === undefined ? bytesOf(png) : convertIndexedToRgb(png);
  return { data: plain(data), shape: [height, width, data.length / (width * height)] };
}

/** Samples of 1, 2 and 4 bits lie several to a byte, each row beginning on a new one; those of 16 lose their lower half. */
function bytesOf({ data, depth, width, height }: DecodedPng): Uint8Array {
  if (depth === 16) return Uint8Array.from(data, (sample) => sample >> 8);
  if (depth === 8) return data as Uint8Array;
  const rowBytes = Math.ceil((width * depth) / 8);
  const most = 2 ** depth - 1;
  const samples = new Uint8Array(width * height);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const bit = x * depth;
      const sample = (data[y * rowBytes + (bit >> 3)]! >> (8 - depth - (bit & 7))) & most;
      samples[y * width + x] = (sample * 255) / most;
    }
  }
  return samples;
}

async function decodeJpeg(file: Uint8Array, place: string): Promise<ImageValues> {
  expectPossible(claimedSizeOfJpeg(file), file, place);
  const { default: jpeg } = await import('jpeg-js');
  const { data, width, height } = jpeg.decode(file, {
    useTArray: true,
    formatAsRGBA: false,
    maxResolutionInMP: mostPixels / 1e6,
    maxMemoryUsageInMB: 2048,
  });
  return { data: plain(data), shape: [height, width, 3] };
}

/** Plain bytes, also where a library made clamped ones or a Buffer. */
function plain({ buffer, byteOffset, length }: Uint8Array | Uint8ClampedArray): Uint8Array {
  return new Uint8Array(buffer, byteOffset, length);
}

/** Throws before memory is taken for pixels that the file cannot hold. A file without a size is left to its decoder. */
function expectPossible(claimed: ClaimedSize | undefined, file: Uint8Array, place: string): void {
  if (claimed === undefined) return;
  const { width, height, leastBytes } = claimed;
  if (width * height > mostPixels) {
    throw new TenlabError({
      code: 'image-too-large',
      place,
      expected: `an image of at most ${mostPixels / 1e6} million pixels`,
      received: inWords(`${width} x ${height}`),
      remedy: 'Scale it down first.',
    });
  }
  if (leastBytes <= file.length) return;
  throw new TenlabError({
    code: 'damaged-image',
    place,
    expected: `at least ${Math.ceil(leastBytes)} bytes for ${width} x ${height} pixels`,
    received: inWords(`${file.length}`),
    remedy: 'The file is damaged or was not fully written: fetch it again.',
  });
}

function isPng(file: Uint8Array): boolean {
  return [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a].every((byte, index) => file[index] === byte);
}

function isJpeg(file: Uint8Array): boolean {
  return file[0] === 0xff && file[1] === 0xd8 && file[2] === 0xff;
}

function describeStart(file: Uint8Array): string {
  if (file.length === 0) return 'an empty file';
  const shown = Array.from(file.subarray(0, 4), (byte) => byte.toString(16).padStart(2, '0'));
  return `${file.length} bytes that begin with ${shown.join(' ')}`;
}
