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
import { ConvLSTM1D } from './recurrent/conv-lstm1d';
import { ConvLSTM2D } from './recurrent/conv-lstm2d';
import { ConvLSTM3D } from './recurrent/conv-lstm3d';
import { GRU } from './recurrent/gru';
import { GRUCell } from './recurrent/gru-cell';
import { LSTM } from './recurrent/lstm';
import { LSTMCell } from './recurrent/lstm-cell';
import { RNN } from './recurrent/rnn';
import { SimpleRNN } from './recurrent/simple-rnn';
import { SimpleRNNCell } from './recurrent/simple-rnn-cell';
import { StackedRNNCells } from './recurrent/stacked-rnn-cells';
import { Dropout } from './regularization/dropout';
import { Flatten } from './reshaping/flatten';
import { Reshape } from './reshaping/reshape';
import { Bidirectional } from './wrappers/bidirectional';
import { TimeDistributed } from './wrappers/time-distributed';

registerClasses(
  Activation,
  AveragePooling2D,
  BatchNormalization,
  Bidirectional,
  Conv2D,
  ConvLSTM1D,
  ConvLSTM2D,
  ConvLSTM3D,
  Dense,
  Dropout,
  Embedding,
  Flatten,
  GlobalAveragePooling1D,
  GlobalAveragePooling2D,
  GRU,
  GRUCell,
  InputLayer,
  LSTM,
  LSTMCell,
  MaxPooling2D,
  ReLU,
  Rescaling,
  Reshape,
  RNN,
  SimpleRNN,
  SimpleRNNCell,
  Softmax,
  StackedRNNCells,
  TimeDistributed,
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
export type { ConvLSTMOptions } from './recurrent/conv-lstm';
export { ConvLSTM1D } from './recurrent/conv-lstm1d';
export { ConvLSTM2D } from './recurrent/conv-lstm2d';
export { ConvLSTM3D } from './recurrent/conv-lstm3d';
export { GRU, type GRUOptions } from './recurrent/gru';
export { GRUCell, type GRUCellOptions } from './recurrent/gru-cell';
export { LSTM, type LSTMOptions } from './recurrent/lstm';
export { LSTMCell, type LSTMCellOptions } from './recurrent/lstm-cell';
export { type RecurrentOptions, RNN, type RNNOptions } from './recurrent/rnn';
export { type CellMasks, type CellStep, RNNCell, type StateSize, type States } from './recurrent/rnn-cell';
export { SimpleRNN, type SimpleRNNOptions } from './recurrent/simple-rnn';
export { SimpleRNNCell, type SimpleRNNCellOptions } from './recurrent/simple-rnn-cell';
export { StackedRNNCells, type StackedRNNCellsOptions } from './recurrent/stacked-rnn-cells';
export { Dropout, type DropoutOptions } from './regularization/dropout';
export { Flatten, type FlattenOptions } from './reshaping/flatten';
export { Reshape, type ReshapeOptions } from './reshaping/reshape';
export { Bidirectional, type BidirectionalOptions, type MergeMode } from './wrappers/bidirectional';
export { TimeDistributed, type TimeDistributedOptions } from './wrappers/time-distributed';
