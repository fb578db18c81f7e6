import type { LabData, LabDrawing, Net } from '@tenlab/labs';
import type { SampleReading } from './protocol';

/** How many examples of the test set are watched. */
const watched = 12;

/** Labelled pictures as a lab of pictures holds them. */
interface PictureData {
  images?: { test?: { data: Uint8Array; shape: readonly number[] } };
  labels?: { test?: { data: ArrayLike<number> } };
}

/** What a network makes of the first examples of the test set; `undefined` for a lab whose data hold no grey pictures. */
export async function readSamples(
  { classNames, prepare, probabilities }: LabDrawing<Net>,
  net: Net,
  data: LabData | undefined,
): Promise<SampleReading | undefined> {
  const { images, labels } = (data ?? {}) as PictureData;
  const [count = 0, height = 0, width = 0, channels = 0] = images?.test?.shape ?? [];
  if (images?.test === undefined || labels?.test === undefined || channels !== 1) return undefined;
  const shown = Math.min(watched, count);
  const size = height * width;
  const all = Float32Array.from(images.test.data.subarray(0, shown * size), (byte) => byte / 255);
  const [readings, confidence]: [string[], number[]] = [[], []];
  for (let index = 0; index < shown; index++) {
    const { pixels } = prepare({ width, height, data: all.slice(index * size, (index + 1) * size) });
    const found = await probabilities(net, pixels);
    const best = found.indexOf(Math.max(...found));
    readings.push(classNames[best] ?? '?');
    confidence.push(found[best] ?? 0);
  }
  const names = Array.from({ length: shown }, (_, index) => classNames[labels.test!.data[index]!] ?? '?');
  return { images: { width, height, count: shown, data: all }, labels: names, readings, confidence };
}
