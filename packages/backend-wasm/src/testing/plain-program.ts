// A TF.js program as its author wrote it for any backend: tf.layers, its own fit. Our one import makes it train.
import * as tf from '@tensorflow/tfjs-core';
import * as layers from '@tensorflow/tfjs-layers';
import '../index';

/** What the program tells about its training. */
export interface Training {
  readonly backend: string;
  readonly firstLoss: number;
  readonly lastLoss: number;
  readonly accuracy: number;
  /** Tensors that are there after model and optimizer were disposed and were not before. */
  readonly tensorsLeft: number;
}

/**
 * Trains a net with a convolution, a depthwise convolution, pooling and an embedding to tell which of two halves of an
 * image is brighter, turned round where the first of four words is above 9: it takes both inputs to know.
 */
export async function trainPlainProgram({ epochs = 30 } = {}): Promise<Training> {
  await tf.ready();
  const before = tf.memory().numTensors;
  const model = build();
  const optimizer = tf.train.adam(0.01);
  model.compile({ optimizer, loss: 'sparseCategoricalCrossentropy', metrics: ['accuracy'] });
  const { images, words, labels } = data(256);
  const history = await model.fit([images, words], labels, { epochs, batchSize: 32, shuffle: false, verbose: 0 });
  const { loss, acc } = history.history as Record<string, number[]>;
  const report = { backend: tf.getBackend(), firstLoss: loss!.at(0)!, lastLoss: loss!.at(-1)!, accuracy: acc!.at(-1)! };
  tf.dispose([images, words, labels]);
  model.dispose();
  optimizer.dispose();
  return { ...report, tensorsLeft: tf.memory().numTensors - before };
}

function build(): layers.LayersModel {
  const { layers: layer, input, model } = layers;
  const seeded = (seed: number) => layers.initializers.glorotUniform({ seed });
  const image = input({ shape: [12, 12, 1] });
  const words = input({ shape: [4] });
  let seen = layer.conv2d({ filters: 8, kernelSize: 3, activation: 'relu', kernelInitializer: seeded(1) }).apply(image);
  seen = layer
    .depthwiseConv2d({ kernelSize: 3, padding: 'same', activation: 'relu', depthwiseInitializer: seeded(2) })
    .apply(seen);
  seen = layer.maxPooling2d({ poolSize: 2 }).apply(seen);
  seen = layer.averagePooling2d({ poolSize: 2, padding: 'same' }).apply(seen);
  seen = layer.flatten().apply(seen);
  let read = layer
    .embedding({
      inputDim: 20,
      outputDim: 6,
      embeddingsInitializer: layers.initializers.randomUniform({ minval: -0.5, maxval: 0.5, seed: 3 }),
    })
    .apply(words);
  read = layer.flatten().apply(read);
  const both = layer.concatenate().apply([seen, read] as layers.SymbolicTensor[]);
  const hidden = layer.dense({ units: 32, activation: 'relu', kernelInitializer: seeded(4) }).apply(both);
  const output = layer.dense({ units: 2, activation: 'softmax', kernelInitializer: seeded(5) }).apply(hidden);
  return model({ inputs: [image, words], outputs: output as layers.SymbolicTensor });
}

function data(size: number) {
  const images = new Float32Array(size * 144);
  const words = new Float32Array(size * 4);
  const labels = new Float32Array(size);
  let state = 7;
  const random = () => {
    state = (state * 1103515245 + 12345) % 2147483648;
    return state / 2147483648;
  };
  for (let i = 0; i < size; i++) {
    const right = random() < 0.5;
    for (let p = 0; p < 144; p++) images[i * 144 + p] = random() * 0.5 + Number(p % 12 >= 6 === right) * 0.5;
    for (let w = 0; w < 4; w++) words[i * 4 + w] = Math.floor(random() * 20);
    labels[i] = Number(right !== words[i * 4]! > 9);
  }
  return {
    images: tf.tensor(images, [size, 12, 12, 1]),
    words: tf.tensor(words, [size, 4]),
    labels: tf.tensor(labels, [size, 1]),
  };
}
