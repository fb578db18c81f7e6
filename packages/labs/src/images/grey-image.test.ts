import { encode } from 'fast-png';
import { expect, it } from 'vitest';
import { readGreyPng } from './grey-image';

const rounded = (data: Float32Array) => Array.from(data, (value) => Math.round(value * 100) / 100);

it('reads grey of 8 and of 16 bits', async () => {
  const eight = encode({ width: 3, height: 1, data: Uint8Array.of(0, 51, 255), channels: 1 });
  const sixteen = encode({ width: 3, height: 1, data: Uint16Array.of(0, 13107, 65535), channels: 1, depth: 16 });
  expect(rounded((await readGreyPng(eight)).data)).toEqual([0, 0.2, 1]);
  expect(rounded((await readGreyPng(sixteen)).data)).toEqual([0, 0.2, 1]);
});

it('reads colour by how light it looks', async () => {
  const png = encode({ width: 3, height: 1, data: Uint8Array.of(255, 0, 0, 0, 255, 0, 0, 0, 255), channels: 3 });
  expect(rounded((await readGreyPng(png)).data)).toEqual([0.3, 0.59, 0.11]);
});

it('reads a palette', async () => {
  const palette = [
    [0, 0, 0],
    [255, 255, 255],
  ];
  const png = encode({
    width: 9,
    height: 1,
    data: Uint8Array.of(0b01010101, 0b10000000),
    channels: 1,
    depth: 1,
    palette,
  } as never);
  expect(rounded((await readGreyPng(png)).data)).toEqual([0, 1, 0, 1, 0, 1, 0, 1, 1]);
});

it.each([1, 2, 4] as const)('reads grey of %d bits, each row from a new byte', async (depth) => {
  const most = 2 ** depth - 1;
  // Three pixels a row, the last one white: the bits after it belong to nobody.
  const row = most << (8 - 3 * depth);
  const data = depth === 4 ? Uint8Array.of(0x00, 0xf0, 0x00, 0xf0) : Uint8Array.of(row, row);
  const png = encode({ width: 3, height: 2, data, channels: 1, depth });
  expect(rounded((await readGreyPng(png)).data)).toEqual([0, 0, 1, 0, 0, 1]);
});

it('sets a dark drawing in the opacity on white, a light one on black', async () => {
  const drawn = (shade: number) =>
    encode({ width: 4, height: 1, data: Uint8Array.of(0, 0, 0, 0, shade, 255, 0, 0), channels: 2 });
  expect(rounded((await readGreyPng(drawn(0))).data)).toEqual([1, 1, 0, 1]);
  expect(rounded((await readGreyPng(drawn(255))).data)).toEqual([0, 0, 1, 0]);
});

it('lets transparent corners take the colour of the paper', async () => {
  const data = new Uint8Array(16 * 4).fill(255);
  data.set([0, 0, 0, 0], 0);
  data.set([0, 0, 0, 255], 4 * 5);
  const grey = rounded((await readGreyPng(encode({ width: 4, height: 4, data, channels: 4 }))).data);
  expect(grey.filter((value) => value === 1)).toHaveLength(15);
  expect(grey[5]).toBe(0);
});

it('refuses what is no PNG, saying what is', async () => {
  await expect(readGreyPng(Uint8Array.of(0xff, 0xd8), 'photo.jpg')).rejects.toThrowErrorMatchingInlineSnapshot(
    `[TenlabError: photo.jpg: a PNG file. Received: 2 bytes that begin otherwise. Export the drawing as PNG; JPEG, GIF and WebP are not read.]`,
  );
  await expect(readGreyPng(new Uint8Array(), 'empty.png')).rejects.toThrowErrorMatchingInlineSnapshot(
    `[TenlabError: empty.png: a PNG file. Received: an empty file. Export the drawing as PNG; JPEG, GIF and WebP are not read.]`,
  );
});

it('refuses a damaged PNG at any byte, and never answers with nonsense about its own insides', async () => {
  const png = encode({ width: 9, height: 9, data: new Uint8Array(81).fill(7), channels: 1 });
  for (let length = 24; length < png.length - 12; length++) {
    await expect(readGreyPng(png.subarray(0, length))).rejects.toMatchObject({ code: 'damaged-png' });
  }
  const flipped = png.slice();
  flipped[45]! ^= 1;
  await expect(readGreyPng(flipped)).rejects.toMatchObject({ code: 'damaged-png' });
});

it('refuses a file that claims to be huge before it unpacks anything', async () => {
  const png = encode({ width: 1, height: 1, data: Uint8Array.of(0), channels: 1 });
  new DataView(png.buffer).setUint32(16, 1_000_000);
  new DataView(png.buffer).setUint32(20, 1_000_000);
  await expect(readGreyPng(png, 'bomb.png')).rejects.toThrowErrorMatchingInlineSnapshot(
    `[TenlabError: bomb.png: an image of at most 64 million pixels. Received: 1000000 x 1000000. Scale it down first; 28 to 1,000 pixels a side are plenty for one digit.]`,
  );
});
