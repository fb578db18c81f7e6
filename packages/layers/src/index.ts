// Keras 3's layers, models and training in TypeScript.
// Layers, models, losses, optimizers and schedules are exported by name; families whose names collide with others, as Keras's
// `keras.metrics.MeanSquaredError` and `keras.initializers.Identity` do, are in namespaces named as in Keras.
export * as activations from './activations/index';
export * as constraints from './constraints/index';
export { Constraint } from './constraints/index';
export { KerasTensor } from './graph/keras-tensor';
export { getMask, setMask } from './graph/masks';
export { clearSession } from './graph/naming';
export type { Shape, Shapes } from './graph/shape';
export type { Tree } from './graph/tree';
export * as initializers from './initializers/index';
export { Initializer } from './initializers/index';
export {
  Activation,
  type ActivationOptions,
  AveragePooling2D,
  type BaseGlobalPoolingOptions,
  type BasePoolingOptions,
  BatchNormalization,
  type BatchNormalizationOptions,
  Bidirectional,
  type BidirectionalOptions,
  type CallOptions,
  type CellMasks,
  type CellStep,
  Conv2D,
  type Conv2DOptions,
  ConvLSTM1D,
  ConvLSTM2D,
  ConvLSTM3D,
  type ConvLSTMOptions,
  Dense,
  type DenseOptions,
  Dropout,
  type DropoutOptions,
  Embedding,
  type EmbeddingOptions,
  Flatten,
  type FlattenOptions,
  GlobalAveragePooling1D,
  GlobalAveragePooling2D,
  GRU,
  GRUCell,
  type GRUCellOptions,
  type GRUOptions,
  Input,
  InputLayer,
  type InputLayerOptions,
  Layer,
  type LayerOptions,
  LSTM,
  LSTMCell,
  type LSTMCellOptions,
  type LSTMOptions,
  MaxPooling2D,
  type MergeMode,
  type RecurrentOptions,
  ReLU,
  type ReLULayerOptions,
  Rescaling,
  type RescalingOptions,
  Reshape,
  type ReshapeOptions,
  RNN,
  RNNCell,
  type RNNOptions,
  SimpleRNN,
  SimpleRNNCell,
  type SimpleRNNCellOptions,
  type SimpleRNNOptions,
  Softmax,
  type SoftmaxOptions,
  StackedRNNCells,
  type StackedRNNCellsOptions,
  type StateSize,
  type States,
  TimeDistributed,
  type TimeDistributedOptions,
  type WeightSpec,
} from './layers/index';
export * as losses from './losses/index';
export {
  BinaryCrossentropy,
  type BinaryCrossentropyOptions,
  BinaryFocalCrossentropy,
  type BinaryFocalCrossentropyOptions,
  CategoricalCrossentropy,
  type CategoricalCrossentropyOptions,
  CategoricalFocalCrossentropy,
  type CategoricalFocalCrossentropyOptions,
  CategoricalGeneralizedCrossEntropy,
  type CategoricalGeneralizedCrossEntropyOptions,
  CategoricalHinge,
  Circle,
  type CircleOptions,
  CosineSimilarity,
  type CosineSimilarityOptions,
  CTC,
  Dice,
  type DiceOptions,
  Hinge,
  Huber,
  type HuberOptions,
  KLDivergence,
  LogCosh,
  Loss,
  type LossOptions,
  MeanAbsoluteError,
  MeanAbsolutePercentageError,
  MeanSquaredError,
  MeanSquaredLogarithmicError,
  Poisson,
  SparseCategoricalCrossentropy,
  type SparseCategoricalCrossentropyOptions,
  SquaredHinge,
  Tversky,
  type TverskyOptions,
} from './losses/index';
export * as metrics from './metrics/index';
export { Metric } from './metrics/index';
export {
  Model,
  type ModelFromJSONOptions,
  type ModelOptions,
  modelFromJSON,
  Sequential,
  type SequentialOptions,
  type SummaryOptions,
} from './models/index';
export * as optimizers from './optimizers/index';
export {
  Adadelta,
  type AdadeltaOptions,
  Adafactor,
  type AdafactorOptions,
  Adagrad,
  type AdagradOptions,
  Adam,
  Adamax,
  type AdamaxOptions,
  type AdamOptions,
  AdamW,
  Ftrl,
  type FtrlOptions,
  Lamb,
  type LambOptions,
  Lion,
  type LionOptions,
  Lookahead,
  type LookaheadOptions,
  LossScaleOptimizer,
  type LossScaleOptimizerOptions,
  MultiOptimizer,
  type MultiOptimizerOptions,
  Muon,
  type MuonOptions,
  Nadam,
  type NadamOptions,
  Optimizer,
  OptimizerMap,
  type OptimizerMapOptions,
  type OptimizerOptions,
  RMSprop,
  type RMSpropOptions,
  ScheduleFreeAdamW,
  type ScheduleFreeAdamWOptions,
  SGD,
  type SGDOptions,
} from './optimizers/index';
export type { Config, ConfigObject } from './registry/config';
export * as regularizers from './regularizers/index';
export { Regularizer } from './regularizers/index';
export * as schedules from './schedules/index';
export {
  CosineDecay,
  type CosineDecayOptions,
  CosineDecayRestarts,
  type CosineDecayRestartsOptions,
  ExponentialDecay,
  type ExponentialDecayOptions,
  InverseTimeDecay,
  type InverseTimeDecayOptions,
  LearningRateSchedule,
  OneCycle,
  type OneCycleOptions,
  PiecewiseConstantDecay,
  type PiecewiseConstantDecayOptions,
  PolynomialDecay,
  type PolynomialDecayOptions,
  Warmup,
  type WarmupOptions,
} from './schedules/index';
export { registerClasses } from './serialization/class-registry';
export { deserializeLayer } from './serialization/deserialize';
export { serializeObject } from './serialization/serialize-object';
export { Callback, type CallbackParams } from './training/callback';
export type { CompileOptions } from './training/compile-options';
export type { ArrayData, ArrayInput, TypedArray } from './training/data/array-source';
export type { ClassWeight } from './training/data/class-weight';
export type { BatchInput, BatchIterable } from './training/data/iterable-batches';
export type { DataInput } from './training/data/read-data';
export type { StepData, StepLogs } from './training/data/step-data';
export type { EvaluateOptions, FitOptions, PredictOptions, ValidationData, Verbosity } from './training/fit-options';
export { type Gradients, gradientsOf } from './training/gradients';
export { History } from './training/history';
export type { Logs } from './training/logs';
export { formatDuration, formatMetric, ProgressLines } from './training/progress';
export { Weight, type WeightOptions } from './weight';
