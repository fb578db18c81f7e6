import { expect, it } from 'vitest';
import { inverted, onCanvas, testDigits } from '../testing/test-digits';
import { toMnistDigit } from './mnist-digit';

const { images } = testDigits(40);

/** The correlation of two pictures: 1 when they are the same but for brightness. */
function likeness(a: Float32Array, b: Float32Array): number {
  const mean = (values: Float32Array) => values.reduce((sum, value) => sum + value, 0) / values.length;
  const [meanA, meanB] = [mean(a), mean(b)];
  let [both, squareA, squareB] = [0, 0, 0];
  a.forEach((value, index) => {
    both += (value - meanA) * (b[index]! - meanB);
    squareA += (value - meanA) ** 2;
    squareB += (b[index]! - meanB) ** 2;
  });
  return both / Math.sqrt(squareA * squareB);
}

const variations = {
  'as it is': (image) => image,
  'ten times as large': (image) => onCanvas(image, { scale: 10, width: 280, height: 280 }),
  'dark on light': (image) => inverted(onCanvas(image, { scale: 5, width: 140, height: 140 })),
  'small in a corner of a wide sheet': (image) =>
    onCanvas(image, { scale: 2, width: 400, height: 150, left: 330, top: 80 }),
  'low and pale, dark on light': (image) => {
    const drawn = onCanvas(image, { scale: 7, width: 300, height: 500, left: 60, top: 280 });
    return { ...drawn, data: drawn.data.map((value) => 0.8 - 0.3 * value) };
  },
  'with grains of dust': (image) => {
    const drawn = onCanvas(image, { scale: 6, width: 250, height: 250, left: 40, top: 40 });
    for (const at of [3 * 250 + 5, 240 * 250 + 244, 20 * 250 + 230]) drawn.data[at] = 1;
    return drawn;
  },
  'within a drawn frame, dark on light': (image) => {
    const drawn = onCanvas(image, { scale: 5, width: 200, height: 200, left: 30, top: 30 });
    const edge = (at: number) => at < 3 || at >= 197;
    drawn.data.forEach((_, at) => {
      if (edge(at % 200) || edge(Math.floor(at / 200))) drawn.data[at] = 1;
    });
    return inverted(drawn);
  },
} satisfies Record<string, (image: (typeof images)[number]) => (typeof images)[number]>;

/** The picture moved by whole pixels: a centre of mass halfway between two pixels may be rounded either way. */
function moved(pixels: Float32Array, x: number, y: number): Float32Array {
  return pixels.map((_, at) => pixels[at - x - 28 * y] ?? 0);
}

it.each(Object.entries(variations))('finds the digit again: %s', (_, vary) => {
  const found = images.map((image) => toMnistDigit(vary(image)).pixels);
  const exact = found.filter((pixels, index) => likeness(pixels, images[index]!.data) > 0.95);
  expect(exact.length).toBeGreaterThanOrEqual(images.length - 3);
  const oneOff = found.map((pixels, index) =>
    Math.max(...[-1, 0, 1].flatMap((x) => [-1, 0, 1].map((y) => likeness(moved(pixels, x, y), images[index]!.data)))),
  );
  expect(Math.min(...oneOff)).toBeGreaterThan(0.85);
});

it('says which is dark, stroke or paper', () => {
  expect(toMnistDigit(images[0]!).polarity).toBe('light on dark');
  expect(toMnistDigit(inverted(images[0]!)).polarity).toBe('dark on light');
});

it('fits the digit into 20 pixels, keeps its aspect, and puts its centre of mass in the middle', () => {
  const bar = { width: 300, height: 200, data: new Float32Array(300 * 200).fill(1) };
  for (let y = 20; y < 120; y++) for (let x = 200; x < 230; x++) bar.data[y * 300 + x] = 0;
  const { pixels } = toMnistDigit(bar);
  const inked = Array.from(pixels.keys()).filter((at) => pixels[at]! > 0.5);
  const [xs, ys] = [inked.map((at) => at % 28), inked.map((at) => Math.floor(at / 28))];
  expect([Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)]).toEqual([12, 17, 5, 24]);
});

it('keeps a hair line at full strength on a large sheet', () => {
  const sheet = { width: 600, height: 600, data: new Float32Array(600 * 600) };
  for (let y = 50; y < 550; y++) sheet.data[y * 600 + 300] = 1;
  const { pixels } = toMnistDigit(sheet);
  expect(pixels.reduce((sum, value) => sum + value, 0)).toBeCloseTo(20, 3);
});

it('reads a drawing of many million pixels', () => {
  const { pixels } = toMnistDigit(onCanvas(images[0]!, { scale: 100, width: 2800, height: 2800 }));
  expect(likeness(pixels, images[0]!.data)).toBeGreaterThan(0.9);
});

it.each([0, 0.5, 1])('refuses a sheet on which nothing is drawn (shade %d)', (shade) => {
  const blank = { width: 50, height: 50, data: new Float32Array(2500).fill(shade) };
  expect(() => toMnistDigit(blank, 'blank.png')).toThrow(
    'blank.png: a digit that stands out from its background. Received: a picture of a single shade. Draw the digit in black on white, or white on black.',
  );
});
