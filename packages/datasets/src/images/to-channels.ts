import { type ColorMode, channelsOf, type ImageValues } from './image-values';

/**
 * Brings pixels of 1 to 4 channels (grey, grey with opacity, colour, colour with opacity) into a colour mode. Opacity is left out, or full
 * where there is none.
 *
 * `grey = (19595 red + 38470 green + 7471 blue + 32768) >> 16`
 *
 * Source: Pillow's `Image.convert`, which Keras uses.
 */
export function toChannels({ data, shape: [height, width, channels] }: ImageValues, mode: ColorMode): ImageValues {
  const wanted = channelsOf[mode];
  const shape: ImageValues['shape'] = [height, width, wanted];
  if (wanted === channels) return { data, shape };
  const converted = new Uint8Array(height * width * wanted);
  const isGrey = channels < 3;
  const hasOpacity = channels === 2 || channels === 4;
  for (let pixel = 0; pixel < height * width; pixel++) {
    const from = pixel * channels;
    const to = pixel * wanted;
    const [red, green, blue] = isGrey
      ? [data[from]!, data[from]!, data[from]!]
      : [data[from]!, data[from + 1]!, data[from + 2]!];
    if (wanted === 1) {
      converted[to] = isGrey ? red : (19595 * red + 38470 * green + 7471 * blue + 32768) >> 16;
      continue;
    }
    converted[to] = red;
    converted[to + 1] = green;
    converted[to + 2] = blue;
    if (wanted === 4) converted[to + 3] = hasOpacity ? data[from + channels - 1]! : 255;
  }
  return { data: converted, shape };
}
