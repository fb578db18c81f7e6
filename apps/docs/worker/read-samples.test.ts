import type { LabData, LabDrawing, Net } from '@tenlab/labs';
import { expect, it } from 'vitest';
import { readSamples } from './read-samples';

const drawing: LabDrawing<Net> = {
  classNames: ['dark', 'light'],
  prepare: ({ data }) => ({ pixels: data, shape: [2, 2], polarity: '' }),
  probabilities: async (_net, pixels) => (pixels[0]! > 0.5 ? Float32Array.of(0.2, 0.8) : Float32Array.of(0.9, 0.1)),
};
const data = {
  images: { test: { data: Uint8Array.of(0, 0, 0, 0, 255, 255, 255, 255), shape: [2, 2, 2, 1] } },
  labels: { test: { data: Uint8Array.of(1, 1) } },
} as unknown as LabData;

it('tells what each example is, what it is read as, and how surely', async () => {
  const samples = await readSamples(drawing, {}, data);
  expect(samples).toMatchObject({ labels: ['light', 'light'], readings: ['dark', 'light'] });
  expect(samples?.confidence.map((share) => share.toFixed(1))).toEqual(['0.9', '0.8']);
  expect(samples?.images.count).toBe(2);
});

it('knows that other data hold no pictures', async () => {
  expect(await readSamples(drawing, {}, undefined)).toBeUndefined();
});
