// Importing this registers the gradients of tfjs-core's operations. The package `@tensorflow/tfjs` does it by itself;
// `@tensorflow/tfjs-core` alone does not, and without them nothing can be trained.
import '../generated/gradients.js';
import { registerGradient } from '@tensorflow/tfjs-core';
import { conv2dGradient } from './gradients/conv2d';

// Ours replace those that refuse what their kernels can do.
for (const gradient of [conv2dGradient]) registerGradient(gradient);
