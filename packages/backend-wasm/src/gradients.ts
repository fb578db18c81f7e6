// Importing this registers the gradients of tfjs-core's operations. The package `@tensorflow/tfjs` does it by itself;
// `@tensorflow/tfjs-core` alone does not, and without them nothing can be trained.
import '../generated/gradients.js';
import { type GradConfig, registerGradient } from '@tensorflow/tfjs-core';
import { avgPool3dGradient, avgPoolGradient } from './gradients/avg-pool';
import {
  floorDivGradient,
  maximumGradient,
  minimumGradient,
  squaredDifferenceGradient,
} from './gradients/broadcasting';
import { comparisonGradients } from './gradients/comparisons';
import { conv2dBackpropFilterGradient, conv2dBackpropInputGradient, conv2dGradient } from './gradients/conv2d';
import { conv3dBackpropFilterGradient, conv3dBackpropInputGradient, conv3dGradient } from './gradients/conv3d';
import { cropAndResizeGradient } from './gradients/crop-and-resize';
import { cumprodGradient, cumsumGradient } from './gradients/cumulative';
import { depthToSpaceGradient } from './gradients/depth-to-space';
import {
  depthwiseConv2dBackpropFilterGradient,
  depthwiseConv2dBackpropInputGradient,
  depthwiseConv2dGradient,
} from './gradients/depthwise-conv2d';
import { einsumGradient } from './gradients/einsum';
import { eluGradient } from './gradients/elu';
import { expGradient } from './gradients/exp';
import { flipLeftRightGradient } from './gradients/flip-left-right';
import { gatherGradient } from './gradients/gather';
import { gatherNdGradient, scatterNdGradient } from './gradients/gather-nd';
import { mirrorPadGradient } from './gradients/mirror-pad';
import { powGradient } from './gradients/pow';
import { prodGradient } from './gradients/prod';
import { meanGradient, sumGradient } from './gradients/reductions';
import { resizeBilinearGradient, resizeNearestNeighborGradient } from './gradients/resize';
import { sigmoidGradient } from './gradients/sigmoid';
import { softmaxGradient } from './gradients/softmax';
import { stridedSliceGradient } from './gradients/strided-slice';
import { tanhGradient } from './gradients/tanh';
import { tileGradient } from './gradients/tile';
import { topKGradient } from './gradients/top-k';
import { unpackGradient } from './gradients/unpack';

/** Gradients that tfjs-core lacks, or that are wrong there, refuse what their kernels can do, or cannot be nested. */
const gradients: readonly GradConfig[] = [
  avgPoolGradient,
  avgPool3dGradient,
  ...comparisonGradients,
  conv2dGradient,
  conv2dBackpropFilterGradient,
  conv2dBackpropInputGradient,
  conv3dGradient,
  conv3dBackpropFilterGradient,
  conv3dBackpropInputGradient,
  cropAndResizeGradient,
  cumprodGradient,
  cumsumGradient,
  depthToSpaceGradient,
  depthwiseConv2dGradient,
  depthwiseConv2dBackpropFilterGradient,
  depthwiseConv2dBackpropInputGradient,
  einsumGradient,
  eluGradient,
  expGradient,
  flipLeftRightGradient,
  floorDivGradient,
  gatherGradient,
  gatherNdGradient,
  maximumGradient,
  meanGradient,
  minimumGradient,
  mirrorPadGradient,
  powGradient(),
  prodGradient,
  resizeBilinearGradient,
  resizeNearestNeighborGradient,
  scatterNdGradient,
  sigmoidGradient,
  softmaxGradient,
  squaredDifferenceGradient,
  stridedSliceGradient,
  sumGradient,
  tanhGradient,
  tileGradient,
  topKGradient,
  unpackGradient,
];

for (const gradient of gradients) registerGradient(gradient);
