import type { ImageValues } from '../images/image-values';
import { toChannels } from '../images/to-channels';

const gap = 2;

/** Images of one size side by side on white, as a PNG. Values are from 0 to 255; what lies outside is cut off. */
export async function encodeSheet(
  images: readonly ImageValues<Uint8Array | Float32Array>[],
  columns: number,
): Promise<Uint8Array> {
  const { encode } = await import('fast-png');
  const [height, width] = images[0]!.shape;
  const rows = Math.ceil(images.length / columns);
  const [sheetHeight, sheetWidth] = [rows * (height + gap) + gap, columns * (width + gap) + gap];
  const sheet = new Uint8Array(sheetHeight * sheetWidth * 3).fill(255);
  for (const [number, { data, shape }] of images.entries()) {
    const bytes =
      data instanceof Uint8Array
        ? data
        : Uint8Array.from(data, (value) => Math.min(255, Math.max(0, Math.round(value))));
    const colour = toChannels({ data: bytes, shape }, 'rgb').data;
    const top = gap + Math.floor(number / columns) * (height + gap);
    const left = gap + (number % columns) * (width + gap);
    for (let row = 0; row < height; row++) {
      sheet.set(colour.subarray(row * width * 3, (row + 1) * width * 3), ((top + row) * sheetWidth + left) * 3);
    }
  }
  return encode({ width: sheetWidth, height: sheetHeight, channels: 3, data: sheet });
}
