import { FlipLeftRight, type GradConfig, image, type Tensor4D } from '@tensorflow/tfjs-core';

/** The gradient of `tf.image.flipLeftRight`: flipped back. */
export const flipLeftRightGradient: GradConfig = {
  kernelName: FlipLeftRight,
  gradFunc: (dy) => ({ image: () => image.flipLeftRight(dy as Tensor4D) }),
};
