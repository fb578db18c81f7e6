export { celu, elu, selu } from './elu';
export { gelu } from './gelu';
export {
  type Activation,
  type ActivationIdentifier,
  type ActivationName,
  getActivation,
  serializeActivation,
} from './get-activation';
export { exponential, linear } from './linear';
export { logitsOf, rememberLogits } from './logits';
export { leakyRelu, type ReluOptions, relu, relu6 } from './relu';
export { hardShrink, softShrink, threshold } from './shrink';
export { hardSigmoid, logSigmoid, sigmoid, sparseSigmoid } from './sigmoid';
export { glu, hardSilu, mish, silu } from './silu';
export { logSoftmax, softmax, sparsemax } from './softmax';
export { softplus, softsign, sparsePlus, squareplus } from './softplus';
export { hardTanh, tanh, tanhShrink } from './tanh';
export { withGradient } from './with-gradient';
