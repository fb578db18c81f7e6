import { decode } from 'fast-png';
import { expect, it } from 'vitest';
import { imageSheet } from './image-sheet';

const pixels = Uint8Array.from({ length: 2 * 3 * 4 }, (_, index) => index * 10);
const images = { data: pixels, shape: [2, 3, 4, 1] };

const embedded = (svg: string) =>
  [...svg.matchAll(/base64,([^"]+)"/g)].map((match) =>
    decode(Uint8Array.from(atob(match[1]!), (c) => c.charCodeAt(0))),
  );

it('embeds the very pixels', () => {
  const [first, second] = embedded(imageSheet({ images }));
  expect([first?.width, first?.height, first?.channels]).toEqual([4, 3, 1]);
  expect(Array.from(first?.data ?? [])).toEqual(Array.from(pixels.subarray(0, 12)));
  expect(Array.from(second?.data ?? [])).toEqual(Array.from(pixels.subarray(12)));
});

it('takes floats from 0 to 1 as well, and clips what lies outside', () => {
  const data = Float32Array.from([-1, 0, 0.5, 2]);
  expect(Array.from(embedded(imageSheet({ images: { data, shape: [1, 2, 2] } }))[0]?.data ?? [])).toEqual([
    0, 0, 128, 255,
  ]);
});

it('takes colour', () => {
  const svg = imageSheet({ images: { data: pixels, shape: [2, 2, 2, 3] } });
  expect(embedded(svg)[0]?.channels).toBe(3);
});

it('lays images out in rows of `columns`', () => {
  const places = (columns: number) => [
    ...imageSheet({ images: { data: pixels, shape: [6, 2, 2] }, columns }).matchAll(/<image x="(\d+)" y="(\d+)"/g),
  ];
  expect(new Set(places(3).map((match) => match[2])).size).toBe(2);
  expect(new Set(places(2).map((match) => match[2])).size).toBe(3);
});

it('escapes titles and draws a frame around what is wrong', () => {
  const svg = imageSheet({ images, titles: ['<5>', '4'], correct: [true, false] });
  expect(svg).toContain('&lt;5&gt;');
  expect(svg.match(/stroke-width="2.5"/g)).toHaveLength(1);
});

it('refuses titles that are not one for each image', () => {
  expect(() => imageSheet({ images, titles: ['5'] })).toThrowErrorMatchingInlineSnapshot(
    `[TenlabError: imageSheet: \`titles\` must hold 2 lines. Received: 1. Pass one for each image.]`,
  );
});

it('refuses data that do not fit the shape', () => {
  expect(() => imageSheet({ images: { data: pixels, shape: [2, 28, 28, 1] } })).toThrowErrorMatchingInlineSnapshot(
    `[TenlabError: imageSheet: \`images.data\` must hold 1568 values for shape [2, 28, 28, 1]. Received: 24. Pass the shape of the data you have.]`,
  );
});

it('refuses a number of columns that is none', () => {
  expect(() => imageSheet({ images, columns: 0 })).toThrowErrorMatchingInlineSnapshot(
    `[TenlabError: imageSheet: \`columns\` must be a positive integer. Received: 0. Pass how many images stand in a row.]`,
  );
});

it('sets a title of several lines, and makes room for it', () => {
  const images = { data: new Uint8Array(4), shape: [1, 2, 2] };
  const one = imageSheet({ images, titles: ['Shirt'], correct: [true] });
  const two = imageSheet({ images, titles: ['Shirt\n→ Coat'], correct: [false] });
  expect(two).toContain('>Shirt</text>');
  expect(two).toContain('>→ Coat</text>');
  const height = (svg: string) => Number(/height="(\d+)"/.exec(svg)?.[1]);
  expect(height(two) - height(one)).toBe(16);
});
