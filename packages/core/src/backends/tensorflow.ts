import { nativeTensorFlow } from './native-tensorflow';

/** Native TensorFlow on the CPU, if the user has installed `@tensorflow/tfjs-node`. */
export const tensorflow = nativeTensorFlow('@tensorflow/tfjs-node');
