import * as tf from '@tensorflow/tfjs-core';
import type { Shape } from '../../graph/shape';
import type { Config } from '../../registry/config';
import { asFloat } from '../as-float';
import { expectOneOf, perAxis } from '../checks';
import { slidingShape, type Window } from '../convolution/conv-shapes';
import { dropUnseen } from '../convolution/drop-unseen';
import { type DataFormat, expectDataFormat, withChannelsLast } from '../data-format';
import { Layer, type LayerOptions } from '../layer';

export interface BasePoolingOptions extends LayerOptions {
  /** The size of the window, one number or one per axis. Default 2. */
  poolSize?: number | readonly number[];
  /** How far the window moves. Default: its size. */
  strides?: number | readonly number[] | null;
  /** `valid` (default): windows lie inside. `same`: they may reach over the edge. */
  padding?: 'valid' | 'same';
  /** Default `channels_last`. */
  dataFormat?: DataFormat | null;
}

/** What `MaxPooling1D` to `AveragePooling3D` have in common. */
export abstract class BasePooling extends Layer {
  readonly window: Window;
  readonly #mode: 'max' | 'average';

  constructor(options: BasePoolingOptions, spatialAxes: number, mode: 'max' | 'average') {
    super(options, ['poolSize', 'strides', 'padding', 'dataFormat']);
    const { poolSize = 2, padding = 'valid' } = options;
    expectOneOf(this.place, 'padding', padding, ['valid', 'same'] as const);
    this.window = {
      size: perAxis(this.place, 'poolSize', poolSize, spatialAxes),
      strides: perAxis(this.place, 'strides', options.strides ?? poolSize, spatialAxes),
      padding,
      dataFormat: expectDataFormat(this.place, options.dataFormat),
    };
    this.#mode = mode;
    this.inputSpec = { ndim: spatialAxes + 2 };
    this.markBuilt();
  }

  override call(inputs: tf.Tensor): tf.Tensor {
    this.computeOutputShape(inputs.shape); // throws where TF.js would give an empty tensor
    return withChannelsLast(asFloat(inputs), this.window.dataFormat, (x) => pool(x, this.window, this.#mode));
  }

  override computeOutputShape(inputShape: Shape): Shape {
    return slidingShape(this.place, inputShape, null, this.window);
  }

  override getConfig(): Config {
    const { size, strides, padding, dataFormat } = this.window;
    return { ...super.getConfig(), pool_size: size, padding, strides, data_format: dataFormat };
  }
}

function pool(x: tf.Tensor, window: Window, mode: 'max' | 'average'): tf.Tensor {
  // TF.js divides the gradient of an average at the edge by the whole window; an average of zeros, scaled up, it has right.
  if (mode === 'average' && window.padding === 'same') return averageOverEdge(x, window);
  const { size, strides, padding } = window;
  const pad = padding === 'same' ? 'same' : 'valid';
  if (size.length === 3) {
    const seen = pad === 'same' ? dropUnseen(x, size, strides) : x;
    if (mode === 'max' && size[1] !== size[2] && tf.getBackend() === 'cpu') return maxInTurns(seen, window, pad);
    const pool3d = mode === 'max' ? tf.maxPool3d : tf.avgPool3d;
    return pool3d(seen as tf.Tensor5D, size as [number, number, number], strides as [number, number, number], pad);
  }
  const pool2d = mode === 'max' ? tf.maxPool : tf.avgPool;
  if (size.length === 2) return pool2d(x as tf.Tensor4D, size as [number, number], strides as [number, number], pad);
  const row = tf.expandDims(x, 1) as tf.Tensor4D;
  return tf.squeeze(pool2d(row, [1, size[0] as number], [1, strides[0] as number], pad), [1]);
}

/**
 * The largest of each volume, found in its planes first: the `cpu` backend gives the gradient of windows that are not as high as
 * wide to the wrong places.
 */
function maxInTurns(x: tf.Tensor, { size, strides }: Window, pad: 'same' | 'valid'): tf.Tensor {
  const [batch, depth, height, width, channels] = x.shape as [number, number, number, number, number];
  const planes = tf.reshape(x, [batch * depth, height, width, channels]) as tf.Tensor4D;
  const flat = tf.maxPool(planes, size.slice(1) as [number, number], strides.slice(1) as [number, number], pad);
  const [, rows, columns] = flat.shape;
  const stacked = tf.reshape(flat, [batch, depth, rows * columns, channels]) as tf.Tensor4D;
  const pooled = tf.maxPool(stacked, [size[0] as number, 1], [strides[0] as number, 1], pad);
  return tf.reshape(pooled, [batch, pooled.shape[1], rows, columns, channels]);
}

function averageOverEdge(x: tf.Tensor, window: Window): tf.Tensor {
  const axes = window.size.map((size, axis) =>
    edgeOf(x.shape[axis + 1] as number, size, window.strides[axis] as number),
  );
  const padded = tf.pad(x, [[0, 0], ...axes.map(({ pad }) => pad), [0, 0]]);
  const averages = pool(padded, { ...window, padding: 'valid' }, 'average');
  // Along each axis, how much larger a window is than its part inside the input.
  return axes.reduce<tf.Tensor>((scaled, { factors }, axis) => {
    const shape = scaled.shape.map((_, i) => (i === axis + 1 ? factors.length : 1));
    return factors.every((factor) => factor === 1) ? scaled : tf.mul(scaled, tf.tensor(factors, shape));
  }, averages);
}

function edgeOf(length: number, size: number, stride: number): { pad: [number, number]; factors: number[] } {
  const outputs = Math.ceil(length / stride);
  const total = Math.max((outputs - 1) * stride + size - length, 0);
  const before = Math.floor(total / 2);
  const factors = Array.from({ length: outputs }, (_, i) => {
    const start = i * stride - before;
    return size / (Math.min(start + size, length) - Math.max(start, 0));
  });
  return { pad: [before, total - before], factors };
}
