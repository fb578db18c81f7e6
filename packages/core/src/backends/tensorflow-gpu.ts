import { nativeTensorFlow } from './native-tensorflow';

/** Native TensorFlow on an NVIDIA GPU, if the user has installed `@tensorflow/tfjs-node-gpu`. */
export const tensorflowGpu = nativeTensorFlow('@tensorflow/tfjs-node-gpu');
