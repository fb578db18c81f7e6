import { inWords, TenlabError } from '@tenlab/core';
import type { GreyImage } from './grey-image';

/** How much ink lies on each pixel, from 0 (paper) to 1 (stroke), and how the two were told apart. */
export interface Ink extends GreyImage {
  polarity: 'dark on light' | 'light on dark';
}

/** The least difference between paper and stroke, of the whole range from black to white. */
const leastContrast = 0.08;

/**
 * Tells strokes from paper, whichever of the two is dark, and returns the strength of the strokes.
 *
 * The shades are split in two by Otsu's threshold. Paper is what holds the edge of the picture; where the edge holds both,
 * the larger part. A frame around the drawing is peeled off first.
 *
 * Source: N. Otsu, A threshold selection method from gray-level histograms, 1979.
 *
 * @throws TenlabError `blank-image` when the picture is of one shade.
 */
export function findInk(image: GreyImage, place = 'The image'): Ink {
  const threshold = otsu(image.data);
  const framed = peelFrame(image, threshold);
  const { data } = framed;
  const border = borderShare(framed, threshold);
  const whole = data.reduce((count, value) => count + (value > threshold ? 1 : 0), 0) / data.length;
  const lightPaper = border > 0.9 || border < 0.1 ? border > 0.5 : whole > 0.5;
  const paper = median(data.filter((value) => value > threshold === lightPaper));
  const stroke = median(data.filter((value) => value > threshold !== lightPaper));
  const contrast = stroke - paper;
  if (!(Math.abs(contrast) >= leastContrast)) {
    throw new TenlabError({
      code: 'blank-image',
      place,
      expected: 'a digit that stands out from its background',
      received: inWords('a picture of a single shade'),
      remedy: 'Draw the digit in black on white, or white on black.',
    });
  }
  // The lowest tenth is taken for grain of the paper, the highest for full ink.
  const ink = data.map((value) => Math.min(1, Math.max(0, ((value - paper) / contrast - 0.1) / 0.8)));
  return { ...framed, data: ink, polarity: lightPaper ? 'dark on light' : 'light on dark' };
}

/** The threshold that parts the shades into two classes farthest from each other, for their sizes. */
function otsu(data: Float32Array): number {
  const bins = 256;
  const histogram = new Float64Array(bins);
  for (const value of data) histogram[Math.min(bins - 1, Math.floor(value * bins))]! += 1;
  const sum = histogram.reduce((total, count, bin) => total + bin * count, 0);
  let [below, sumBelow, best, first, last] = [0, 0, -1, 0, 0];
  for (let bin = 0; bin < bins - 1; bin++) {
    below += histogram[bin]!;
    sumBelow += bin * histogram[bin]!;
    const above = data.length - below;
    if (below === 0 || above === 0) continue;
    const between = below * above * (sumBelow / below - (sum - sumBelow) / above) ** 2;
    if (between > best * (1 + 1e-9)) [best, first, last] = [between, bin, bin];
    else if (between >= best * (1 - 1e-9)) last = bin;
  }
  // Two shades alone leave a whole plateau of best thresholds: its middle is the fairest.
  return ((first + last) / 2 + 1) / bins;
}

/** The share of the edge's pixels that are lighter than the threshold. */
function borderShare({ width, height, data }: GreyImage, threshold: number): number {
  let [light, count] = [0, 0];
  for (let y = 0; y < height; y++) {
    const step = y === 0 || y === height - 1 ? 1 : Math.max(1, width - 1);
    for (let x = 0; x < width; x += step) {
      if (data[y * width + x]! > threshold) light++;
      count++;
    }
  }
  return light / count;
}

/** Cuts off a frame: an edge all of one side of the threshold while what it encloses begins on the other. */
function peelFrame(image: GreyImage, threshold: number): GreyImage {
  const outer = borderShare(image, threshold);
  if (outer > 0.05 && outer < 0.95) return image;
  const deepest = Math.floor(0.08 * Math.min(image.width, image.height));
  for (let inset = 1; inset <= deepest; inset++) {
    const inner = crop(image, {
      left: inset,
      top: inset,
      width: image.width - 2 * inset,
      height: image.height - 2 * inset,
    });
    const share = borderShare(inner, threshold);
    if (outer > 0.5 ? share < 0.05 : share > 0.95) return inner;
  }
  return image;
}

/** The part of an image within a box. */
export function crop(image: GreyImage, box: { left: number; top: number; width: number; height: number }): GreyImage {
  const data = new Float32Array(box.width * box.height);
  for (let y = 0; y < box.height; y++) {
    const start = (box.top + y) * image.width + box.left;
    data.set(image.data.subarray(start, start + box.width), y * box.width);
  }
  return { width: box.width, height: box.height, data };
}

function median(values: Float32Array): number {
  return values.sort()[values.length >> 1] ?? Number.NaN;
}
