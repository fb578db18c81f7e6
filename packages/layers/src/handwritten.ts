// What the layers and optimizers of this package do, once more in plain arrays, to be read and tried by those who learn it.
// Each is tested to do the same as its twin, step by step. For training take the twins, which compute whole batches at once.
export { type Activation, type ActivationName, activations } from './handwritten/activations';
export { Adagrad } from './handwritten/adagrad';
export { Adam } from './handwritten/adam';
export { DenseLayer } from './handwritten/dense-layer';
export { DenseNetwork } from './handwritten/dense-network';
export { type LossAndGradients, meanSquaredError, softmaxCrossentropy } from './handwritten/losses';
export { Momentum } from './handwritten/momentum';
export type { Optimizer } from './handwritten/optimizer';
export { RMSProp } from './handwritten/rmsprop';
export { SGD } from './handwritten/sgd';
