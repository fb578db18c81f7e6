/** One image: bytes, or numbers where they are no whole ones, in rows of pixels of so many channels. */
export interface ImageValues<Data extends Uint8Array | Float32Array = Uint8Array> {
  data: Data;
  shape: [height: number, width: number, channels: number];
}

/** How colours are kept: Keras's `color_mode`. */
export type ColorMode = 'rgb' | 'grayscale' | 'rgba';

/** Values per pixel of each mode. */
export const channelsOf: Readonly<Record<ColorMode, number>> = { grayscale: 1, rgb: 3, rgba: 4 };
