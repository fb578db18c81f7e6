import { encode } from 'fast-png';
import jpeg from 'jpeg-js';
import { describe, expect, it } from 'vitest';
import { claimedSizeOfJpeg, claimedSizeOfPng } from './claimed-size';
import golden from './golden/images.json';

describe('the size an image claims', () => {
  it('stands in the header of a PNG, of every depth and colour', () => {
    const file = encode({ width: 3000, height: 2000, channels: 1, data: new Uint8Array(6e6) });
    const claimed = claimedSizeOfPng(file)!;
    expect(claimed).toMatchObject({ width: 3000, height: 2000 });
    // Zeros pack as well as anything can: the bound is met, and close.
    expect(claimed.leastBytes).toBeLessThan(file.length);
    expect(claimed.leastBytes).toBeGreaterThan(0.9 * file.length);
    expect(claimedSizeOfPng(file.subarray(0, 20))).toBeUndefined();
  });

  it('stands in the frame header of a JPEG, wherever that is', () => {
    const { data } = jpeg.encode({ width: 800, height: 600, data: new Uint8Array(4 * 800 * 600) }, 1);
    const claimed = claimedSizeOfJpeg(data)!;
    expect(claimed).toMatchObject({ width: 800, height: 600 });
    expect(claimed.leastBytes).toBeLessThan(data.length);
    expect(claimedSizeOfJpeg(data.subarray(0, 100))).toBeUndefined();
  });

  it.each(Object.entries(golden.files))('of %s is that of its pixels', (name, { bytes }) => {
    const file = Buffer.from(bytes, 'base64');
    const claimed = name.endsWith('.png') ? claimedSizeOfPng(file) : claimedSizeOfJpeg(file);
    expect(claimed).toMatchObject({ width: 24, height: 16 });
    expect(claimed!.leastBytes).toBeLessThan(file.length);
  });
});
