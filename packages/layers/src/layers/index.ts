// All layers. A new one is exported here and named in the list below, so that configs which name it can be read.

import { MASK_OPERATIONS } from '../graph/mask-operations';
import { registerClasses } from '../serialization/class-registry';
import { ELU } from './activations/elu';
import { LeakyReLU } from './activations/leaky-relu';
import { PReLU } from './activations/prelu';
import { ReLU } from './activations/relu';
import { Softmax } from './activations/softmax';
import { AdditiveAttention } from './attention/additive-attention';
import { Attention } from './attention/attention';
import { GroupQueryAttention } from './attention/group-query-attention';
import { MultiHeadAttention } from './attention/multi-head-attention';
import { AugMix } from './augmentation/aug-mix';
import { AutoContrast } from './augmentation/auto-contrast';
import { ContrastLimitedAdaptiveHistogramEqualization } from './augmentation/contrast-limited-adaptive-histogram-equalization';
import { CutMix } from './augmentation/cut-mix';
import { Equalization } from './augmentation/equalization';
import { MixUp } from './augmentation/mix-up';
import { RandAugment } from './augmentation/rand-augment';
import { RandomBrightness } from './augmentation/random-brightness';
import { RandomColorDegeneration } from './augmentation/random-color-degeneration';
import { RandomColorJitter } from './augmentation/random-color-jitter';
import { RandomContrast } from './augmentation/random-contrast';
import { RandomCrop } from './augmentation/random-crop';
import { RandomElasticTransform } from './augmentation/random-elastic-transform';
import { RandomErasing } from './augmentation/random-erasing';
import { RandomFlip } from './augmentation/random-flip';
import { RandomGaussianBlur } from './augmentation/random-gaussian-blur';
import { RandomGrayscale } from './augmentation/random-grayscale';
import { RandomHue } from './augmentation/random-hue';
import { RandomInvert } from './augmentation/random-invert';
import { RandomPerspective } from './augmentation/random-perspective';
import { RandomPosterization } from './augmentation/random-posterization';
import { RandomRotation } from './augmentation/random-rotation';
import { RandomSaturation } from './augmentation/random-saturation';
import { RandomSharpness } from './augmentation/random-sharpness';
import { RandomShear } from './augmentation/random-shear';
import { RandomTranslation } from './augmentation/random-translation';
import { RandomZoom } from './augmentation/random-zoom';
import { Solarization } from './augmentation/solarization';
import { Conv1D } from './convolution/conv1d';
import { Conv1DTranspose } from './convolution/conv1d-transpose';
import { Conv2D } from './convolution/conv2d';
import { Conv2DTranspose } from './convolution/conv2d-transpose';
import { Conv3D } from './convolution/conv3d';
import { Conv3DTranspose } from './convolution/conv3d-transpose';
import { DepthwiseConv1D } from './convolution/depthwise-conv1d';
import { DepthwiseConv2D } from './convolution/depthwise-conv2d';
import { SeparableConv1D } from './convolution/separable-conv1d';
import { SeparableConv2D } from './convolution/separable-conv2d';
import { Activation } from './core/activation';
import { Dense } from './core/dense';
import { EinsumDense } from './core/einsum-dense';
import { Embedding } from './core/embedding';
import { Identity } from './core/identity';
import { InputLayer } from './core/input-layer';
import { Lambda } from './core/lambda';
import { Masking } from './core/masking';
import { ReversibleEmbedding } from './core/reversible-embedding';
import { Add } from './merging/add';
import { Average } from './merging/average';
import { Concatenate } from './merging/concatenate';
import { Dot } from './merging/dot';
import { Maximum } from './merging/maximum';
import { ConcatenateMasks, LogicalOr } from './merging/merge-masks';
import { Minimum } from './merging/minimum';
import { Multiply } from './merging/multiply';
import { Subtract } from './merging/subtract';
import { BatchNormalization } from './normalization/batch-normalization';
import { GroupNormalization } from './normalization/group-normalization';
import { LayerNormalization } from './normalization/layer-normalization';
import { RMSNormalization } from './normalization/rms-normalization';
import { SpectralNormalization } from './normalization/spectral-normalization';
import { UnitNormalization } from './normalization/unit-normalization';
import { AdaptiveAveragePooling1D } from './pooling/adaptive-average-pooling1d';
import { AdaptiveAveragePooling2D } from './pooling/adaptive-average-pooling2d';
import { AdaptiveAveragePooling3D } from './pooling/adaptive-average-pooling3d';
import { AdaptiveMaxPooling1D } from './pooling/adaptive-max-pooling1d';
import { AdaptiveMaxPooling2D } from './pooling/adaptive-max-pooling2d';
import { AdaptiveMaxPooling3D } from './pooling/adaptive-max-pooling3d';
import { AveragePooling1D } from './pooling/average-pooling1d';
import { AveragePooling2D } from './pooling/average-pooling2d';
import { AveragePooling3D } from './pooling/average-pooling3d';
import { GlobalAveragePooling1D } from './pooling/global-average-pooling1d';
import { GlobalAveragePooling2D } from './pooling/global-average-pooling2d';
import { GlobalAveragePooling3D } from './pooling/global-average-pooling3d';
import { GlobalMaxPooling1D } from './pooling/global-max-pooling1d';
import { GlobalMaxPooling2D } from './pooling/global-max-pooling2d';
import { GlobalMaxPooling3D } from './pooling/global-max-pooling3d';
import { MaxPooling1D } from './pooling/max-pooling1d';
import { MaxPooling2D } from './pooling/max-pooling2d';
import { MaxPooling3D } from './pooling/max-pooling3d';
import { CategoryEncoding } from './preprocessing/category-encoding';
import { CenterCrop } from './preprocessing/center-crop';
import { Discretization } from './preprocessing/discretization';
import { HashedCrossing } from './preprocessing/hashed-crossing';
import { Hashing } from './preprocessing/hashing';
import { IntegerLookup } from './preprocessing/integer-lookup';
import { MelSpectrogram } from './preprocessing/mel-spectrogram';
import { Normalization } from './preprocessing/normalization';
import { Rescaling } from './preprocessing/rescaling';
import { Resizing } from './preprocessing/resizing';
import { STFTSpectrogram } from './preprocessing/stft-spectrogram';
import { StringLookup } from './preprocessing/string-lookup';
import { TextVectorization } from './preprocessing/text-vectorization';
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
import { ActivityRegularization } from './regularization/activity-regularization';
import { AlphaDropout } from './regularization/alpha-dropout';
import { Dropout } from './regularization/dropout';
import { GaussianDropout } from './regularization/gaussian-dropout';
import { GaussianNoise } from './regularization/gaussian-noise';
import { SpatialDropout1D } from './regularization/spatial-dropout1d';
import { SpatialDropout2D } from './regularization/spatial-dropout2d';
import { SpatialDropout3D } from './regularization/spatial-dropout3d';
import { Cropping1D } from './reshaping/cropping1d';
import { Cropping2D } from './reshaping/cropping2d';
import { Cropping3D } from './reshaping/cropping3d';
import { Flatten } from './reshaping/flatten';
import { Permute } from './reshaping/permute';
import { RepeatVector } from './reshaping/repeat-vector';
import { Reshape } from './reshaping/reshape';
import { UpSampling1D } from './reshaping/up-sampling1d';
import { UpSampling2D } from './reshaping/up-sampling2d';
import { UpSampling3D } from './reshaping/up-sampling3d';
import { ZeroPadding1D } from './reshaping/zero-padding1d';
import { ZeroPadding2D } from './reshaping/zero-padding2d';
import { ZeroPadding3D } from './reshaping/zero-padding3d';
import { Bidirectional } from './wrappers/bidirectional';
import { TimeDistributed } from './wrappers/time-distributed';

registerClasses(
  Activation,
  ActivityRegularization,
  AdaptiveAveragePooling1D,
  AdaptiveAveragePooling2D,
  AdaptiveAveragePooling3D,
  AdaptiveMaxPooling1D,
  AdaptiveMaxPooling2D,
  AdaptiveMaxPooling3D,
  Add,
  AdditiveAttention,
  AlphaDropout,
  Attention,
  AugMix,
  AutoContrast,
  Average,
  AveragePooling1D,
  AveragePooling2D,
  AveragePooling3D,
  BatchNormalization,
  Bidirectional,
  CategoryEncoding,
  CenterCrop,
  Concatenate,
  ConcatenateMasks,
  ContrastLimitedAdaptiveHistogramEqualization,
  Conv1D,
  Conv1DTranspose,
  Conv2D,
  Conv2DTranspose,
  Conv3D,
  Conv3DTranspose,
  ConvLSTM1D,
  ConvLSTM2D,
  ConvLSTM3D,
  Cropping1D,
  Cropping2D,
  Cropping3D,
  CutMix,
  Dense,
  DepthwiseConv1D,
  DepthwiseConv2D,
  Discretization,
  Dot,
  Dropout,
  EinsumDense,
  ELU,
  Embedding,
  Equalization,
  Flatten,
  GaussianDropout,
  GaussianNoise,
  GlobalAveragePooling1D,
  GlobalAveragePooling2D,
  GlobalAveragePooling3D,
  GlobalMaxPooling1D,
  GlobalMaxPooling2D,
  GlobalMaxPooling3D,
  GroupNormalization,
  GroupQueryAttention,
  GRU,
  GRUCell,
  HashedCrossing,
  Hashing,
  Identity,
  InputLayer,
  IntegerLookup,
  Lambda,
  LayerNormalization,
  LeakyReLU,
  LogicalOr,
  LSTM,
  LSTMCell,
  Masking,
  Maximum,
  MaxPooling1D,
  MaxPooling2D,
  MaxPooling3D,
  MelSpectrogram,
  Minimum,
  MixUp,
  MultiHeadAttention,
  Multiply,
  Normalization,
  Permute,
  PReLU,
  RandAugment,
  RandomBrightness,
  RandomColorDegeneration,
  RandomColorJitter,
  RandomContrast,
  RandomCrop,
  RandomElasticTransform,
  RandomErasing,
  RandomFlip,
  RandomGaussianBlur,
  RandomGrayscale,
  RandomHue,
  RandomInvert,
  RandomPerspective,
  RandomPosterization,
  RandomRotation,
  RandomSaturation,
  RandomSharpness,
  RandomShear,
  RandomTranslation,
  RandomZoom,
  ReLU,
  RepeatVector,
  Rescaling,
  Reshape,
  Resizing,
  ReversibleEmbedding,
  RMSNormalization,
  RNN,
  SeparableConv1D,
  SeparableConv2D,
  SimpleRNN,
  SimpleRNNCell,
  Softmax,
  Solarization,
  SpatialDropout1D,
  SpatialDropout2D,
  SpatialDropout3D,
  SpectralNormalization,
  StackedRNNCells,
  STFTSpectrogram,
  StringLookup,
  Subtract,
  TextVectorization,
  TimeDistributed,
  UnitNormalization,
  UpSampling1D,
  UpSampling2D,
  UpSampling3D,
  ZeroPadding1D,
  ZeroPadding2D,
  ZeroPadding3D,
  ...Object.values(MASK_OPERATIONS),
);

export { ELU, type ELUOptions } from './activations/elu';
export { LeakyReLU, type LeakyReLUOptions } from './activations/leaky-relu';
export { PReLU, type PReLUOptions } from './activations/prelu';
export { ReLU, type ReLULayerOptions } from './activations/relu';
export { Softmax, type SoftmaxOptions } from './activations/softmax';
export { AdditiveAttention, type AdditiveAttentionOptions } from './attention/additive-attention';
export { Attention, type AttentionOptions } from './attention/attention';
export { GroupQueryAttention, type GroupQueryAttentionOptions } from './attention/group-query-attention';
export { MultiHeadAttention, type MultiHeadAttentionOptions } from './attention/multi-head-attention';
export { AugMix, type AugMixOptions } from './augmentation/aug-mix';
export { AutoContrast, type AutoContrastOptions } from './augmentation/auto-contrast';
export {
  ContrastLimitedAdaptiveHistogramEqualization,
  type ContrastLimitedAdaptiveHistogramEqualizationOptions,
} from './augmentation/contrast-limited-adaptive-histogram-equalization';
export { CutMix, type CutMixOptions } from './augmentation/cut-mix';
export { Equalization, type EqualizationOptions } from './augmentation/equalization';
export type { Factor } from './augmentation/factor';
export type { ImageRecord } from './augmentation/image-layer';
export { MixUp, type MixUpOptions } from './augmentation/mix-up';
export { RandAugment, type RandAugmentOptions } from './augmentation/rand-augment';
export { RandomBrightness, type RandomBrightnessOptions } from './augmentation/random-brightness';
export { RandomColorDegeneration, type RandomColorDegenerationOptions } from './augmentation/random-color-degeneration';
export { RandomColorJitter, type RandomColorJitterOptions } from './augmentation/random-color-jitter';
export { RandomContrast, type RandomContrastOptions } from './augmentation/random-contrast';
export { RandomCrop, type RandomCropOptions } from './augmentation/random-crop';
export { RandomElasticTransform, type RandomElasticTransformOptions } from './augmentation/random-elastic-transform';
export { RandomErasing, type RandomErasingOptions } from './augmentation/random-erasing';
export { RandomFlip, type RandomFlipOptions } from './augmentation/random-flip';
export { RandomGaussianBlur, type RandomGaussianBlurOptions } from './augmentation/random-gaussian-blur';
export { RandomGrayscale, type RandomGrayscaleOptions } from './augmentation/random-grayscale';
export { RandomHue, type RandomHueOptions } from './augmentation/random-hue';
export { RandomInvert, type RandomInvertOptions } from './augmentation/random-invert';
export { RandomPerspective, type RandomPerspectiveOptions } from './augmentation/random-perspective';
export { RandomPosterization, type RandomPosterizationOptions } from './augmentation/random-posterization';
export { RandomRotation, type RandomRotationOptions } from './augmentation/random-rotation';
export { RandomSaturation, type RandomSaturationOptions } from './augmentation/random-saturation';
export { RandomSharpness, type RandomSharpnessOptions } from './augmentation/random-sharpness';
export { RandomShear, type RandomShearOptions } from './augmentation/random-shear';
export { RandomTranslation, type RandomTranslationOptions } from './augmentation/random-translation';
export { RandomZoom, type RandomZoomOptions } from './augmentation/random-zoom';
export { Solarization, type SolarizationOptions } from './augmentation/solarization';
export { Conv1D, type Conv1DOptions } from './convolution/conv1d';
export { Conv1DTranspose, type Conv1DTransposeOptions } from './convolution/conv1d-transpose';
export { Conv2D, type Conv2DOptions } from './convolution/conv2d';
export { Conv2DTranspose, type Conv2DTransposeOptions } from './convolution/conv2d-transpose';
export { Conv3D, type Conv3DOptions } from './convolution/conv3d';
export { Conv3DTranspose, type Conv3DTransposeOptions } from './convolution/conv3d-transpose';
export { DepthwiseConv1D, type DepthwiseConv1DOptions } from './convolution/depthwise-conv1d';
export { DepthwiseConv2D, type DepthwiseConv2DOptions } from './convolution/depthwise-conv2d';
export { SeparableConv1D, type SeparableConv1DOptions } from './convolution/separable-conv1d';
export { SeparableConv2D, type SeparableConv2DOptions } from './convolution/separable-conv2d';
export { Activation, type ActivationOptions } from './core/activation';
export { Dense, type DenseOptions } from './core/dense';
export { EinsumDense, type EinsumDenseOptions } from './core/einsum-dense';
export { Embedding, type EmbeddingOptions } from './core/embedding';
export { registerFunction } from './core/function-registry';
export { Identity } from './core/identity';
export { Input, InputLayer, type InputLayerOptions } from './core/input-layer';
export { Lambda, type LambdaOptions } from './core/lambda';
export { Masking, type MaskingOptions } from './core/masking';
export { ReversibleEmbedding, type ReversibleEmbeddingOptions } from './core/reversible-embedding';
export { type CallOptions, Layer, type LayerOptions, type WeightSpec } from './layer';
export { Add } from './merging/add';
export { Average } from './merging/average';
export { Concatenate, type ConcatenateOptions } from './merging/concatenate';
export { Dot, type DotOptions } from './merging/dot';
export { add, average, concatenate, dot, maximum, minimum, multiply, subtract } from './merging/functions';
export { Maximum } from './merging/maximum';
export { Minimum } from './merging/minimum';
export { Multiply } from './merging/multiply';
export { Subtract } from './merging/subtract';
export { BatchNormalization, type BatchNormalizationOptions } from './normalization/batch-normalization';
export { GroupNormalization, type GroupNormalizationOptions } from './normalization/group-normalization';
export { LayerNormalization, type LayerNormalizationOptions } from './normalization/layer-normalization';
export { RMSNormalization, type RMSNormalizationOptions } from './normalization/rms-normalization';
export { SpectralNormalization, type SpectralNormalizationOptions } from './normalization/spectral-normalization';
export { UnitNormalization, type UnitNormalizationOptions } from './normalization/unit-normalization';
export { AdaptiveAveragePooling1D } from './pooling/adaptive-average-pooling1d';
export { AdaptiveAveragePooling2D } from './pooling/adaptive-average-pooling2d';
export { AdaptiveAveragePooling3D } from './pooling/adaptive-average-pooling3d';
export { AdaptiveMaxPooling1D } from './pooling/adaptive-max-pooling1d';
export { AdaptiveMaxPooling2D } from './pooling/adaptive-max-pooling2d';
export { AdaptiveMaxPooling3D } from './pooling/adaptive-max-pooling3d';
export { AveragePooling1D, AveragePooling1D as AvgPool1D } from './pooling/average-pooling1d';
export { AveragePooling2D, AveragePooling2D as AvgPool2D } from './pooling/average-pooling2d';
export { AveragePooling3D, AveragePooling3D as AvgPool3D } from './pooling/average-pooling3d';
export type { BaseAdaptivePoolingOptions } from './pooling/base-adaptive-pooling';
export type { BaseGlobalPoolingOptions } from './pooling/base-global-pooling';
export type { BasePoolingOptions } from './pooling/base-pooling';
export { GlobalAveragePooling1D, GlobalAveragePooling1D as GlobalAvgPool1D } from './pooling/global-average-pooling1d';
export { GlobalAveragePooling2D, GlobalAveragePooling2D as GlobalAvgPool2D } from './pooling/global-average-pooling2d';
export { GlobalAveragePooling3D, GlobalAveragePooling3D as GlobalAvgPool3D } from './pooling/global-average-pooling3d';
export { GlobalMaxPooling1D, GlobalMaxPooling1D as GlobalMaxPool1D } from './pooling/global-max-pooling1d';
export { GlobalMaxPooling2D, GlobalMaxPooling2D as GlobalMaxPool2D } from './pooling/global-max-pooling2d';
export { GlobalMaxPooling3D, GlobalMaxPooling3D as GlobalMaxPool3D } from './pooling/global-max-pooling3d';
export { MaxPooling1D, MaxPooling1D as MaxPool1D } from './pooling/max-pooling1d';
export { MaxPooling2D, MaxPooling2D as MaxPool2D } from './pooling/max-pooling2d';
export { MaxPooling3D, MaxPooling3D as MaxPool3D } from './pooling/max-pooling3d';
export { CategoryEncoding, type CategoryEncodingOptions } from './preprocessing/category-encoding';
export { CenterCrop, type CenterCropOptions } from './preprocessing/center-crop';
export { Discretization, type DiscretizationOptions } from './preprocessing/discretization';
export { HashedCrossing, type HashedCrossingOptions } from './preprocessing/hashed-crossing';
export { Hashing, type HashingOptions } from './preprocessing/hashing';
export { IntegerLookup, type IntegerLookupOptions } from './preprocessing/integer-lookup';
export { MelSpectrogram, type MelSpectrogramOptions } from './preprocessing/mel-spectrogram';
export { Normalization, type NormalizationOptions } from './preprocessing/normalization';
export { type NormalizeOptions, normalize } from './preprocessing/normalize';
export { type PadSequencesOptions, padSequences } from './preprocessing/pad-sequences';
export { Rescaling, type RescalingOptions } from './preprocessing/rescaling';
export { Resizing, type ResizingOptions } from './preprocessing/resizing';
export { STFTSpectrogram, type STFTSpectrogramOptions } from './preprocessing/stft-spectrogram';
export { StringLookup, type StringLookupOptions } from './preprocessing/string-lookup';
export { TextVectorization, type TextVectorizationOptions } from './preprocessing/text-vectorization';
export { toCategorical } from './preprocessing/to-categorical';
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
export { ActivityRegularization, type ActivityRegularizationOptions } from './regularization/activity-regularization';
export { AlphaDropout, type AlphaDropoutOptions } from './regularization/alpha-dropout';
export { Dropout, type DropoutOptions } from './regularization/dropout';
export { GaussianDropout, type GaussianDropoutOptions } from './regularization/gaussian-dropout';
export { GaussianNoise, type GaussianNoiseOptions } from './regularization/gaussian-noise';
export { SpatialDropout1D, type SpatialDropout1DOptions } from './regularization/spatial-dropout1d';
export { SpatialDropout2D, type SpatialDropout2DOptions } from './regularization/spatial-dropout2d';
export { SpatialDropout3D, type SpatialDropout3DOptions } from './regularization/spatial-dropout3d';
export { Cropping1D, type Cropping1DOptions } from './reshaping/cropping1d';
export { Cropping2D, type Cropping2DOptions } from './reshaping/cropping2d';
export { Cropping3D, type Cropping3DOptions } from './reshaping/cropping3d';
export { Flatten, type FlattenOptions } from './reshaping/flatten';
export { Permute, type PermuteOptions } from './reshaping/permute';
export { RepeatVector, type RepeatVectorOptions } from './reshaping/repeat-vector';
export { Reshape, type ReshapeOptions } from './reshaping/reshape';
export { UpSampling1D, type UpSampling1DOptions } from './reshaping/up-sampling1d';
export { UpSampling2D, type UpSampling2DOptions } from './reshaping/up-sampling2d';
export { UpSampling3D, type UpSampling3DOptions } from './reshaping/up-sampling3d';
export { ZeroPadding1D, type ZeroPadding1DOptions } from './reshaping/zero-padding1d';
export { ZeroPadding2D, type ZeroPadding2DOptions } from './reshaping/zero-padding2d';
export { ZeroPadding3D, type ZeroPadding3DOptions } from './reshaping/zero-padding3d';
export { Bidirectional, type BidirectionalOptions, type MergeMode } from './wrappers/bidirectional';
export { TimeDistributed, type TimeDistributedOptions } from './wrappers/time-distributed';
