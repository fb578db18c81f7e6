import { encode } from 'fast-png';
import { describe, expect, it } from 'vitest';
import { decodeImage } from './decode-image';
import golden from './golden/images.json';

const files = Object.entries(golden.files).map(([name, file]) => ({
  name,
  ...file,
  bytes: Buffer.from(file.bytes, 'base64'),
}));
const bytesOf = (name: keyof typeof golden.files) => Buffer.from(golden.files[name].bytes, 'base64');

describe('decodeImage', () => {
  it.each(files)('reads $name as Pillow does', async ({ name, bytes, rgb, grayscale }) => {
    for (const [colorMode, pixels] of [
      ['rgb', rgb],
      ['grayscale', grayscale],
    ] as const) {
      const { data, shape } = await decodeImage(bytes, { colorMode }, name);
      expect(shape).toEqual([16, 24, colorMode === 'rgb' ? 3 : 1]);
      // PNG is exact. Decoders of JPEG may differ by rounding in the cosine transform and the colours.
      const most = name.endsWith('.png') ? 0 : 3;
      for (const [index, pixel] of pixels.entries()) expect(Math.abs(data[index]! - pixel)).toBeLessThanOrEqual(most);
    }
  });

  it('keeps opacity where that is asked for', async () => {
    const { data, shape } = await decodeImage(bytesOf('rgba.png'), { colorMode: 'rgba' });
    expect([shape, data[3]]).toEqual([[16, 24, 4], 128]);
  });

  it('shortens 16 bits to 8', async () => {
    const file = encode({ width: 2, height: 1, channels: 1, depth: 16, data: Uint16Array.of(0x1234, 0xffff) });
    expect((await decodeImage(file, { colorMode: 'grayscale' })).data).toEqual(Uint8Array.of(0x12, 0xff));
  });

  it.each([
    ['an empty file', Buffer.alloc(0), 'a PNG or JPEG file. Received: an empty file.'],
    ['a GIF', Buffer.from('GIF89a'), 'Received: 6 bytes that begin with 47 49 46 38.'],
    ['a PNG cut short', bytesOf('rgb.png').subarray(0, 90), 'a whole PNG or JPEG file'],
    ['a JPEG cut short', bytesOf('baseline.jpg').subarray(0, 200), 'a whole PNG or JPEG file'],
    ['a PNG with a flipped byte', flipped(bytesOf('rgb.png'), 60), 'a whole PNG or JPEG file'],
    [
      'a PNG that claims to be huge',
      sized(bytesOf('rgb.png'), 1_000_000),
      'at most 100 million pixels. Received: 1000000 x 1000000.',
    ],
    [
      'a PNG that claims more than its bytes can be',
      sized(bytesOf('rgb.png'), 9000),
      /at least \d+ bytes for 9000 x 9000 pixels\. Received: \d+\./,
    ],
  ])('refuses %s', async (_, bytes, message) => {
    await expect(decodeImage(bytes, {}, 'x.png')).rejects.toThrow(message);
    await expect(decodeImage(bytes, {}, 'x.png')).rejects.toMatchObject({ name: 'TenlabError', place: 'x.png' });
  });
});

function flipped(file: Buffer, at: number): Buffer {
  const copy = Buffer.from(file);
  copy[at]! ^= 1;
  return copy;
}

function sized(file: Buffer, side: number): Buffer {
  const copy = Buffer.from(file);
  copy.writeUInt32BE(side, 16);
  copy.writeUInt32BE(side, 20);
  return copy;
}
