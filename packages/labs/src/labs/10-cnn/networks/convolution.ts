import { Conv2D, type Layer } from '@tenlab/layers';

/** A convolution of 3 x 3 that keeps height and width, with ReLU: what most of these networks are made of. */
export function convolution(filters: number, kernelSize = 3): Layer {
  return new Conv2D({ filters, kernelSize, padding: 'same', activation: 'relu' });
}
