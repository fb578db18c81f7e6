/** A network that made history, as its authors made it. */
export interface FamousNetwork {
  name: string;
  year: number;
  parameters: number;
  /** Layers with weights on the way through. */
  depth: number;
}

/** The originals, for images of 224 x 224 and a thousand classes. GoogLeNet with the two helpers that it has while it is trained. */
export const famous: readonly FamousNetwork[] = [
  { name: 'AlexNet', year: 2012, parameters: 6.1e7, depth: 8 },
  { name: 'VGG16', year: 2014, parameters: 1.38e8, depth: 16 },
  { name: 'GoogLeNet', year: 2014, parameters: 1.3e7, depth: 22 },
  { name: 'ResNet50', year: 2015, parameters: 2.5e7, depth: 50 },
  { name: 'ResNet152', year: 2015, parameters: 6.02e7, depth: 152 },
];

/**
 * A number of parameters in words.
 *
 * @example
 * millions(1.38e8); // '138 M'
 */
export function millions(parameters: number): string {
  return `${Math.round(parameters / 1e6)} M`;
}
