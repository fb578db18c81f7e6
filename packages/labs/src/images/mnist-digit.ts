import { crop, findInk, type Ink } from './find-ink';
import type { GreyImage } from './grey-image';
import { largeParts } from './large-parts';
import { resizeByArea } from './resize';
import { thicken } from './thicken';

/** A drawing as the network wants it: 28 x 28 numbers from 0 (background) to 1 (stroke). */
export interface MnistDigit {
  pixels: Float32Array;
  shape: [height: number, width: number];
  polarity: Ink['polarity'];
}

const side = 28;
const boxSide = 20;

/** The middle of pixel 14 of 28, counted from 0: there MNIST's digits have their centre of mass, on average over the set. */
const middle = 14.5;

/** A digit needs no more pixels a side than this to be found; larger pictures are scaled down first. */
const workingSide = 600;

/**
 * Brings a drawn digit into the form in which MNIST's digits were made, so that a network trained on them can read it.
 *
 * The ink is found (dark on light or light on dark), cropped, scaled into a box of 20 x 20 with its aspect kept, and placed
 * in 28 x 28 so that its centre of mass lies in the middle. A network that never saw a small digit in a corner cannot
 * read one: preparing the input as the training data were prepared matters more than the network.
 *
 * Source: Y. LeCun, C. Cortes, C. Burges, The MNIST database of handwritten digits.
 *
 * @throws TenlabError `blank-image` when there is nothing to read.
 */
export function toMnistDigit(image: GreyImage, place = 'The image'): MnistDigit {
  const ink = findInk(atMost(image, workingSide), place);
  const { mask, box } = largeParts(ink);
  const drawn = crop({ ...ink, data: ink.data.map((value, index) => value * mask[index]!) }, box);
  const scale = boxSide / Math.max(box.width, box.height);
  const strokes = thicken(drawn, 1.8 / scale);
  const width = Math.max(1, Math.round(box.width * scale));
  const height = Math.max(1, Math.round(box.height * scale));
  const small = resizeByArea(strokes, width, height);
  return { pixels: centred(brightened(small)), shape: [side, side], polarity: ink.polarity };
}

function atMost(image: GreyImage, longest: number): GreyImage {
  const scale = longest / Math.max(image.width, image.height);
  if (scale >= 1) return image;
  const size = (length: number) => Math.max(1, Math.round(length * scale));
  return resizeByArea(image, size(image.width), size(image.height));
}

/** Makes the strongest strokes full ink again, where averaging has thinned them. */
function brightened(image: GreyImage): GreyImage {
  const peak = Math.max(...image.data);
  return peak <= 0 || peak >= 1 ? image : { ...image, data: image.data.map((value) => value / peak) };
}

/** Puts an image of at most 20 x 20 on 28 x 28, its centre of mass in the middle, whole pixels, never over the edge. */
function centred({ width, height, data }: GreyImage): Float32Array {
  let [mass, massX, massY] = [0, 0, 0];
  data.forEach((value, index) => {
    mass += value;
    massX += value * ((index % width) + 0.5);
    massY += value * (Math.floor(index / width) + 0.5);
  });
  const left = place(middle - massX / mass, side - width);
  const top = place(middle - massY / mass, side - height);
  const pixels = new Float32Array(side * side);
  for (let y = 0; y < height; y++) {
    pixels.set(data.subarray(y * width, (y + 1) * width), (top + y) * side + left);
  }
  return pixels;
}

function place(offset: number, most: number): number {
  return Math.min(most, Math.max(0, Math.round(offset)));
}
