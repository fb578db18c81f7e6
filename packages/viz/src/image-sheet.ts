import { TenlabError } from '@tenlab/core';
import { encode } from 'fast-png';
import { base64 } from './base64';
import { escapeMarkup } from './escape';
import { darkStyle, theme } from './theme';

export interface ImageSheetOptions {
  /** Pixels of shape `[count, height, width]` or `[count, height, width, channels]`: bytes, or floats from 0 to 1. */
  images: { data: Uint8Array | Uint8ClampedArray | Float32Array; shape: readonly number[] };
  /** What stands below each image: a line, or several parted by `\n`. */
  titles?: readonly string[];
  /** Images in a row; ten when left out. */
  columns?: number;
  /** For each image whether the model was right: a tick, or a cross and a frame. */
  correct?: readonly boolean[];
  /** Width of one image on the sheet, in pixels. */
  size?: number;
  /** What the sheet shows, in words, for people who cannot see it. */
  alt?: string;
}

/**
 * Lays images out in rows and columns, each with its title, as one SVG that holds the true pixels (PNG, not smoothed).
 *
 * @example
 * const images = { data: train.x.data.subarray(0, 20 * 784), shape: [20, 28, 28, 1] };
 * imageSheet({ images, titles: ['5', '0', …], columns: 10 }); // '<svg …': two rows of ten
 *
 * @throws TenlabError when shape and data do not fit, or there is not one title (or mark) for each image.
 */
export function imageSheet(options: ImageSheetOptions): string {
  const { images, titles, columns = 10, correct, size = 60, alt } = options;
  const [count = 0, height = 0, width = 0, channels = 1] = images.shape;
  check(options, count, height * width * channels, channels);
  const inRow = Math.max(1, Math.min(columns, count));
  const shown = { width: size, height: Math.round((size * height) / Math.max(width, 1)) };
  const lines = Math.max(1, ...(titles ?? []).map((title) => title.split('\n').length));
  const cell = { width: shown.width + 14, height: shown.height + (titles || correct ? 14 + lineHeight * lines : 12) };
  const sheet = { width: inRow * cell.width + 18, height: Math.ceil(count / inRow) * cell.height + 18 };
  const cells = Array.from({ length: count }, (_, index) => {
    const x = 16 + (index % inRow) * cell.width;
    const y = 14 + Math.floor(index / inRow) * cell.height;
    const pixels = bytes(
      images.data.subarray(index * height * width * channels, (index + 1) * height * width * channels),
    );
    const png = encode({ width, height, data: pixels, channels, depth: 8 });
    const title = titles?.[index];
    const right = correct?.[index];
    return [
      `<image x="${x}" y="${y}" width="${shown.width}" height="${shown.height}" preserveAspectRatio="none"`,
      ` style="image-rendering:pixelated" href="data:image/png;base64,${base64(png)}"/>`,
      right === false ? frame(x, y, shown) : '',
      caption(x + shown.width / 2, y + shown.height + 16, title, right),
    ].join('');
  });
  const label = alt === undefined ? '' : ` role="img" aria-label="${escapeMarkup(alt)}"`;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${sheet.width}" height="${sheet.height}"`,
    ` viewBox="0 0 ${sheet.width} ${sheet.height}"${label}><style>${darkStyle()}</style>`,
    `<rect width="${sheet.width}" height="${sheet.height}" fill="${theme.light.paper}"/>`,
    `<g font-family="${escapeMarkup(theme.font)}" font-size="13" text-anchor="middle">${cells.join('')}</g></svg>`,
  ].join('');
}

/** Between the lines of a title, in pixels. */
const lineHeight = 16;

function frame(x: number, y: number, shown: { width: number; height: number }): string {
  const color = theme.light.orange;
  return `<rect x="${x - 2}" y="${y - 2}" width="${shown.width + 4}" height="${shown.height + 4}" rx="2" fill="none" stroke="${color}" stroke-width="2.5"/>`;
}

/** The title, centred, with a tick or a cross drawn before it. */
function caption(middle: number, baseline: number, title: string | undefined, right: boolean | undefined): string {
  const color = right === false ? theme.light.orange : theme.light.ink;
  const weight = right === false ? ' font-weight="600"' : '';
  const lines = title === undefined || title === '' ? [] : title.split('\n');
  const text = lines.map((line, index) => {
    // The sign stands before the first line alone.
    const x = middle + (right === undefined || index > 0 ? 0 : 7);
    return `<text x="${x}" y="${baseline + lineHeight * index}" fill="${color}"${weight}>${escapeMarkup(line)}</text>`;
  });
  if (right === undefined) return text.join('');
  // About 7.2 pixels a character: the sign stands just left of the words.
  const left = middle - ((lines[0] ?? '').length * 7.2) / 2 - 9;
  const top = baseline - 9;
  const path = right ? `M${left} ${top + 5}l3 3.5l6 -8` : `M${left} ${top + 1}l8 8m0 -8l-8 8`;
  const stroke = right ? theme.light.blue : theme.light.orange;
  return `${text.join('')}<path d="${path}" fill="none" stroke="${stroke}" stroke-width="2" stroke-linecap="round"/>`;
}

function bytes(pixels: Uint8Array | Uint8ClampedArray | Float32Array): Uint8Array {
  if (!(pixels instanceof Float32Array)) return Uint8Array.from(pixels);
  return Uint8Array.from(pixels, (value) => Math.round(255 * Math.min(1, Math.max(0, value))));
}

function check(options: ImageSheetOptions, count: number, pixels: number, channels: number): void {
  const { images, titles, correct, columns = 10 } = options;
  const complain = (expected: string, received: unknown, remedy: string): never => {
    throw new TenlabError({ code: 'invalid-argument', place: 'imageSheet', expected, received, remedy });
  };
  if (images.shape.length < 3 || images.shape.length > 4 || channels < 1 || channels > 4) {
    complain(
      '`images.shape` must be [count, height, width] or [count, height, width, 1 to 4 channels]',
      images.shape,
      'Pass images, channels last.',
    );
  }
  if (images.data.length !== count * pixels) {
    complain(
      `\`images.data\` must hold ${count * pixels} values for shape [${images.shape.join(', ')}]`,
      images.data.length,
      'Pass the shape of the data you have.',
    );
  }
  if (titles !== undefined && titles.length !== count)
    complain(`\`titles\` must hold ${count} lines`, titles.length, 'Pass one for each image.');
  if (correct !== undefined && correct.length !== count)
    complain(`\`correct\` must hold ${count} marks`, correct.length, 'Pass one for each image.');
  if (!Number.isInteger(columns) || columns < 1)
    complain('`columns` must be a positive integer', columns, 'Pass how many images stand in a row.');
}
