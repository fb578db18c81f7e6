/** TensorFlow.js as it is, on its own wasm backend or on native TensorFlow: `tfjs-peer.ts wasm|node THREADS`. */
import { createRequire } from 'node:module';
import * as tf from '@tensorflow/tfjs-core';
import * as layers from '@tensorflow/tfjs-layers';
import type { ClassSpec, Net } from '../nets/net';
import { camelCaseKeys } from './camel-case';
import { answerRequests, type Built, type Peer, type Timed } from './protocol';
import { makeData } from './synthetic-data';

const [which, threads] = process.argv.slice(2);

class TfjsPeer implements Peer {
  #net: Net | undefined;
  #model: layers.LayersModel | undefined;
  #data: { x: tf.Tensor; y: tf.Tensor } | undefined;
  #steps = 0;

  async build(net: Net, steps: number): Promise<Built> {
    if (this.#net?.name !== net.name) {
      this.#model?.dispose();
      this.#model = undefined;
      this.#net = undefined;
      this.#model = buildModel(net);
    }
    if (this.#data) tf.dispose([this.#data.x, this.#data.y]);
    this.#net = net;
    this.#steps = steps;
    this.#data = makeData(oneHot(net), steps * net.batch);
    return { params: this.#built().model.countParams() };
  }

  async train(epochs: number): Promise<Timed> {
    const { model, net, data } = this.#built();
    let begin = 0;
    let end = 0;
    let loss = Number.NaN;
    await model.fit(data.x, data.y, {
      batchSize: net.batch,
      epochs,
      verbose: 0,
      yieldEvery: 'never',
      callbacks: {
        onEpochBegin: async (epoch) => {
          if (epoch === 0) begin = performance.now();
        },
        onEpochEnd: async (_, logs) => {
          end = performance.now();
          loss = Number(logs?.loss);
        },
      },
    });
    return { ms: (end - begin) / (epochs * this.#steps), loss };
  }

  async predict(repeats: number): Promise<Timed> {
    const { model, net, data } = this.#built();
    const begin = performance.now();
    for (let i = 0; i < repeats; i++) {
      const output = model.predict(data.x, { batchSize: net.batch }) as tf.Tensor;
      await output.data();
      output.dispose();
    }
    return { ms: (performance.now() - begin) / (repeats * this.#steps) };
  }

  #built() {
    if (!this.#model || !this.#net || !this.#data) throw new Error('`build` must come first.');
    return { model: this.#model, net: this.#net, data: this.#data };
  }
}

type Constructors = Record<string, (config: Record<string, unknown>) => layers.layers.Layer>;

function buildModel({ layers: specs, input, optimizer, loss, metrics }: Net): layers.LayersModel {
  const inputs = layers.input({ shape: [...input.shape] });
  let x = inputs;
  for (const [name, config] of specs) {
    x = name === 'ResidualBlock' ? residualBlock(x, config) : (layer(name, config).apply(x) as layers.SymbolicTensor);
  }
  const model = layers.model({ inputs, outputs: x });
  model.compile({
    optimizer: optimizerFor(optimizer),
    loss: lossFor(loss),
    ...(metrics ? { metrics: [...metrics] } : {}),
  });
  return model;
}

function layer(className: string, config: Readonly<Record<string, unknown>>): layers.layers.Layer {
  if (className === 'GRU')
    throw new Error("TF.js has no GRU like Keras's, which resets after the product (reset_after)");
  // ReLU is `reLU` there, Conv2D `conv2d`, LSTM `lstm`: found by its letters alone.
  const all = layers.layers as unknown as Constructors;
  const name = Object.keys(all).find((key) => key.toLowerCase() === className.toLowerCase());
  const make = name === undefined ? undefined : all[name];
  if (make === undefined) throw new Error(`TF.js has no layer ${className}`);
  const options = camelCaseKeys(config);
  return make(options);
}

function residualBlock(x: layers.SymbolicTensor, config: Readonly<Record<string, unknown>>): layers.SymbolicTensor {
  const { filters, strides } = config as { filters: number; strides: number };
  const apply = (name: string, options: Record<string, unknown>, to: layers.SymbolicTensor | layers.SymbolicTensor[]) =>
    layer(name, options).apply(to) as layers.SymbolicTensor;
  const convolution = (kernel: number, stride: number, to: layers.SymbolicTensor) => {
    const options = { filters, kernel_size: kernel, strides: stride, padding: 'same', use_bias: false };
    return apply('BatchNormalization', {}, apply('Conv2D', options, to));
  };
  const shortcut = strides !== 1 || x.shape.at(-1) !== filters ? convolution(1, strides, x) : x;
  const inner = apply('ReLU', {}, convolution(3, strides, x));
  return apply('ReLU', {}, apply('Add', {}, [convolution(3, 1, inner), shortcut]));
}

function optimizerFor([name, config]: ClassSpec): tf.Optimizer {
  const rate = Number(config.learning_rate ?? 0.001);
  const make = { Adam: tf.train.adam, SGD: tf.train.sgd, RMSprop: tf.train.rmsprop }[name];
  if (make === undefined) throw new Error(`TF.js has no optimizer ${name}`);
  return make(rate);
}

/** TF.js has no loss from logits: there it is a function, and a function gets no classes but one-hot rows. */
function lossFor([name, config]: ClassSpec): string | ((labels: tf.Tensor, outputs: tf.Tensor) => tf.Tensor) {
  if (config.from_logits !== true) return name.replace(/^[A-Z]/, (letter) => letter.toLowerCase());
  return (labels, outputs) => tf.losses.softmaxCrossEntropy(labels, outputs);
}

function oneHot(net: Net): Net {
  const { target } = net;
  return target.kind === 'class' ? { ...net, target: { kind: 'one-hot', count: target.count } } : net;
}

/** tf.layers makes its orthogonal weights with methods that only the package `@tensorflow/tfjs` puts on tensors. */
function addMethods(): void {
  const operations = tf as unknown as Record<string, (...args: unknown[]) => tf.Tensor>;
  const methods: Record<string, (this: tf.Tensor, ...args: unknown[]) => tf.Tensor> = {
    flatten() {
      return tf.reshape(this, [-1]);
    },
  };
  for (const name of ['mul', 'reshape', 'sign', 'slice', 'stridedSlice', 'transpose'] as const) {
    methods[name] = function (...args) {
      return operations[name]?.(this, ...args) as tf.Tensor;
    };
  }
  Object.assign(tf.Tensor.prototype, methods);
}

/** Starts the backend and says what is measured. */
async function start(): Promise<string> {
  addMethods();
  if (which === 'node') {
    const native = createRequire(import.meta.url)('@tensorflow/tfjs-node') as { version: { 'tfjs-node'?: string } };
    await tf.setBackend('tensorflow');
    return `TF.js 4.22 on tfjs-node ${native.version['tfjs-node'] ?? ''}`;
  }
  const wasm = await import('@tensorflow/tfjs-backend-wasm');
  wasm.setThreadsCount(Number(threads));
  await tf.setBackend('wasm');
  return 'TF.js 4.22 on its own wasm backend';
}

await answerRequests(new TfjsPeer(), start);
