import { ImageDataGenerator } from '@tenlab/datasets';

/** The course's changes, each by chance and within these bounds. */
export const changes = {
  rotationRange: 40,
  widthShiftRange: 0.2,
  heightShiftRange: 0.2,
  shearRange: 0.2,
  zoomRange: 0.2,
  horizontalFlip: true,
  fillMode: 'nearest',
} as const;

const rescale = 1 / 255;

/** Pictures as they are, and pictures changed anew each time they come. */
export const generators = {
  plain: new ImageDataGenerator({ rescale }),
  augmented: new ImageDataGenerator({ rescale, ...changes }),
} as const;

export type Way = keyof typeof generators;

export const ways = Object.keys(generators) as Way[];
