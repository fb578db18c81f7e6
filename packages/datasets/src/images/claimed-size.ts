/** What an image file says of itself before its pixels are read. */
export interface ClaimedSize {
  width: number;
  height: number;
  /** The least bytes a file of so many pixels can have. */
  leastBytes: number;
}

/** DEFLATE spends at least 2 bits on a run of 258 bytes. */
const mostInflation = 1032;

/** Samples of a pixel by the type of colour: grey, RGB, index, grey and opacity, RGB and opacity. */
const samplesOf: Readonly<Record<number, number>> = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 };

/** The size in the first chunk of a PNG; undefined where there is none. */
export function claimedSizeOfPng(file: Uint8Array): ClaimedSize | undefined {
  if (file.length < 26) return undefined;
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength);
  const [width, height] = [view.getUint32(16), view.getUint32(20)];
  const bits = width * height * view.getUint8(24) * (samplesOf[view.getUint8(25)] ?? 1);
  return { width, height, leastBytes: bits / 8 / mostInflation };
}

/** The size in the frame header of a JPEG; undefined where there is none. */
export function claimedSizeOfJpeg(file: Uint8Array): ClaimedSize | undefined {
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength);
  for (let at = 2; at + 9 <= file.length && file[at] === 0xff; ) {
    const marker = file[at + 1]!;
    // Frame headers are C0 to CF, but for the tables of codes among them.
    const isFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
    if (isFrame) {
      const [height, width] = [view.getUint16(at + 5), view.getUint16(at + 7)];
      // A block of 8 x 8 pixels takes a bit at least.
      return { width, height, leastBytes: (width * height) / 64 / 8 };
    }
    // Bytes of 255 may fill up before a marker.
    at += marker === 0xff ? 1 : 2 + view.getUint16(at + 2);
  }
  return undefined;
}
