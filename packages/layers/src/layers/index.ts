// All layers. A new one is exported here and named in the list below, so that configs which name it can be read.

import { MASK_OPERATIONS } from '../graph/mask-operations';
import { registerClasses } from '../serialization/class-registry';
import { ReLU } from './activations/relu';
import { Softmax } from './activations/softmax';
import { Conv2D } from './convolution/conv2d';
import { Activation } from './core/activation';
import { Dense } from './core/dense';
import { Embedding } from './core/embedding';
import { InputLayer } from './core/input-layer';
import { BatchNormalization } from './normalization/batch-normalization';
import { AveragePooling2D } from './pooling/average-pooling2d';
import { GlobalAveragePooling1D } from './pooling/global-average-pooling1d';
import { GlobalAveragePooling2D } from './pooling/global-average-pooling2d';
import { MaxPooling2D } from './pooling/max-pooling2d';
import { Rescaling } from './preprocessing/rescaling';
import { Dropout } from './regularization/dropout';
import { Flatten } from './reshaping/flatten';
import { Reshape } from './reshaping/reshape';

registerClasses(
  Activation,
  AveragePooling2D,
  BatchNormalization,
  Conv2D,
  Dense,
  Dropout,
  Embedding,
  Flatten,
  GlobalAveragePooling1D,
  GlobalAveragePooling2D,
  InputLayer,
  MaxPooling2D,
  ReLU,
  Rescaling,
  Reshape,
  Softmax,
  ...Object.values(MASK_OPERATIONS),
);

export { ReLU, type ReLULayerOptions } from './activations/relu';
export { Softmax, type SoftmaxOptions } from './activations/softmax';
export { Conv2D, type Conv2DOptions } from './convolution/conv2d';
export { Activation, type ActivationOptions } from './core/activation';
export { Dense, type DenseOptions } from './core/dense';
export { Embedding, type EmbeddingOptions } from './core/embedding';
export { Input, InputLayer, type InputLayerOptions } from './core/input-layer';
export { type CallOptions, Layer, type LayerOptions, type WeightSpec } from './layer';
export { BatchNormalization, type BatchNormalizationOptions } from './normalization/batch-normalization';
export { AveragePooling2D } from './pooling/average-pooling2d';
export type { BaseGlobalPoolingOptions } from './pooling/base-global-pooling';
export type { BasePoolingOptions } from './pooling/base-pooling';
export { GlobalAveragePooling1D } from './pooling/global-average-pooling1d';
export { GlobalAveragePooling2D } from './pooling/global-average-pooling2d';
export { MaxPooling2D } from './pooling/max-pooling2d';
export { Rescaling, type RescalingOptions } from './preprocessing/rescaling';
export { Dropout, type DropoutOptions } from './regularization/dropout';
export { Flatten, type FlattenOptions } from './reshaping/flatten';
export { Reshape, type ReshapeOptions } from './reshaping/reshape';
