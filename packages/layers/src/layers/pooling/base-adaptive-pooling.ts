import * as tf from '@tensorflow/tfjs-core';
import type { Shape } from '../../graph/shape';
import type { Config } from '../../registry/config';
import { asFloat } from '../as-float';
import { perAxis } from '../checks';
import { type DataFormat, expectDataFormat, withChannelsLast } from '../data-format';
import { Layer, type LayerOptions } from '../layer';
import { mapAxis } from '../reshaping/map-axis';

export interface BaseAdaptivePoolingOptions extends LayerOptions {
  /** The size of the result, one number or one per axis. */
  outputSize: number | readonly number[];
  /** Default `channels_last`. */
  dataFormat?: DataFormat | null;
}

/**
 * What `AdaptiveAveragePooling1D` to `AdaptiveMaxPooling3D` have in common: output `i` of `n` pools the elements from
 * `floor(i * length / n)` to `ceil((i + 1) * length / n)`.
 */
export abstract class BaseAdaptivePooling extends Layer {
  readonly outputSize: readonly number[];
  readonly dataFormat: DataFormat;
  readonly #mode: 'max' | 'average';

  constructor(options: BaseAdaptivePoolingOptions, spatialAxes: number, mode: 'max' | 'average') {
    super(options, ['outputSize', 'dataFormat']);
    this.outputSize = perAxis(this.place, 'outputSize', options.outputSize, spatialAxes);
    this.dataFormat = expectDataFormat(this.place, options.dataFormat);
    this.#mode = mode;
    this.inputSpec = { ndim: spatialAxes + 2 };
    this.markBuilt();
  }

  override call(inputs: tf.Tensor): tf.Tensor {
    const poolAxis = this.#mode === 'max' ? maxOfAxis : averageOfAxis;
    // Windows are boxes, so pooling one axis after the other is pooling all.
    return withChannelsLast(asFloat(inputs), this.dataFormat, (x) =>
      this.outputSize.reduce((pooled, size, axis) => poolAxis(pooled, axis + 1, size), x),
    );
  }

  override computeOutputShape([batch = null, ...rest]: Shape): Shape {
    return this.dataFormat === 'channels_last'
      ? [batch, ...this.outputSize, rest.at(-1) ?? null]
      : [batch, rest[0] ?? null, ...this.outputSize];
  }

  override getConfig(): Config {
    return { ...super.getConfig(), output_size: this.outputSize, data_format: this.dataFormat };
  }
}

function windowsOf(length: number, count: number): { start: number; size: number }[] {
  return Array.from({ length: count }, (_, i) => {
    const start = Math.floor((i * length) / count);
    return { start, size: Math.ceil(((i + 1) * length) / count) - start };
  });
}

function averageOfAxis(x: tf.Tensor, axis: number, count: number): tf.Tensor {
  const length = x.shape[axis] as number;
  const matrix = new Float32Array(count * length);
  for (const [i, { start, size }] of windowsOf(length, count).entries()) {
    matrix.fill(1 / size, i * length + start, i * length + start + size);
  }
  return mapAxis(x, axis, matrix);
}

function maxOfAxis(x: tf.Tensor, axis: number, count: number): tf.Tensor {
  const largest = windowsOf(x.shape[axis] as number, count).map(({ start, size }) => {
    const begin = x.shape.map((_, i) => (i === axis ? start : 0));
    const extent = x.shape.map((length, i) => (i === axis ? size : length));
    return tf.max(tf.slice(x, begin, extent), axis, true);
  });
  return tf.concat(largest, axis);
}
