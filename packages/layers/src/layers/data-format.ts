import * as tf from '@tensorflow/tfjs-core';
import { expectOneOf } from './checks';

/** Whether channels are the last axis (`[batch, height, width, channels]`) or the first after the batch. */
export type DataFormat = 'channels_last' | 'channels_first';

/** Reads the option; nothing is `channels_last`. */
export function expectDataFormat(place: string, value: DataFormat | null | undefined): DataFormat {
  const format = value ?? 'channels_last';
  expectOneOf(place, 'dataFormat', format, ['channels_last', 'channels_first'] as const);
  return format;
}

/** Moves the axis after the batch to the end. */
export function toChannelsLast(x: tf.Tensor): tf.Tensor {
  const spatial = Array.from({ length: x.rank - 2 }, (_, i) => i + 2);
  return tf.transpose(x, [0, ...spatial, 1]);
}

/** Moves the last axis to behind the batch. */
export function toChannelsFirst(x: tf.Tensor): tf.Tensor {
  const spatial = Array.from({ length: x.rank - 2 }, (_, i) => i + 1);
  return tf.transpose(x, [0, x.rank - 1, ...spatial]);
}

/** Runs a function that knows `channels_last` only on data of either format. */
export function withChannelsLast(x: tf.Tensor, format: DataFormat, run: (x: tf.Tensor) => tf.Tensor): tf.Tensor {
  return format === 'channels_last' ? run(x) : toChannelsFirst(run(toChannelsLast(x)));
}
