import type { Tiles } from '../worker/protocol';

/** How many pictures stand in a row. */
const columns = 16;

/** The colour of a value: grey from black to white, or, of numbers of both signs, blue for those below 0 and orange for those above. */
export function colourOf(value: number, signed: boolean): [red: number, green: number, blue: number] {
  if (!signed) {
    const grey = Math.round(255 * Math.min(1, Math.max(0, value)));
    return [grey, grey, grey];
  }
  const strength = Math.min(1, Math.abs(value));
  const [red, green, blue] = value < 0 ? [0, 114, 178] : [213, 94, 0];
  return [mix(red, strength), mix(green, strength), mix(blue, strength)];
}

/** Paints pictures side by side with a gap of one pixel; with `signed` each is scaled to its own largest value. */
export function paintTiles(canvas: HTMLCanvasElement, { width, height, count, data }: Tiles, signed: boolean): void {
  const inRow = Math.min(columns, count);
  canvas.width = inRow * (width + 1) - 1;
  canvas.height = Math.ceil(count / inRow) * (height + 1) - 1;
  const context = canvas.getContext('2d');
  if (context === null) return;
  const size = width * height;
  for (let tile = 0; tile < count; tile++) {
    const values = data.subarray(tile * size, (tile + 1) * size);
    const most = signed ? values.reduce((largest, value) => Math.max(largest, Math.abs(value)), 1e-9) : 1;
    const pixels = context.createImageData(width, height);
    for (let pixel = 0; pixel < size; pixel++) {
      pixels.data.set([...colourOf(values[pixel]! / most, signed), 255], 4 * pixel);
    }
    context.putImageData(pixels, (tile % inRow) * (width + 1), Math.floor(tile / inRow) * (height + 1));
  }
}

function mix(colour: number, strength: number): number {
  return Math.round(245 + (colour - 245) * strength);
}
