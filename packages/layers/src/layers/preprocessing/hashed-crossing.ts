import { inWords, TenlabError } from '@tenlab/core';
import * as tf from '@tensorflow/tfjs-core';
import type { Shape } from '../../graph/shape';
import type { Config } from '../../registry/config';
import { expectOneOf, expectPositiveInteger } from '../checks';
import { Layer, type LayerOptions } from '../layer';
import { encodeCategories, encodedShape } from './encode-categories';
import { farmHash64, joinFingerprints } from './farm-hash';

export interface HashedCrossingOptions extends LayerOptions {
  /** The number of bins. */
  numBins: number;
  /** `int` (default): the number of the bin. */
  outputMode?: 'int' | 'one_hot';
  /** Read from configs; only false is supported. */
  sparse?: boolean;
}

/** The key TensorFlow begins a crossing with. */
const KEY = 0xdecafcaffen;
const encoder = new TextEncoder();

/**
 * Features that belong together, such as weekday and hour, as one: the bin of the hash of both.
 *
 * Called on a list of at least two tensors of texts or whole numbers, of shape `[batch]` or `[batch, 1]`, it gives that shape.
 * The values are read on the host. Throws on other shapes. Keras class: `keras.layers.HashedCrossing`.
 *
 * @example
 * new HashedCrossing({ numBins: 5 }).apply([tf.tensor1d(['a', 'b']), tf.tensor1d([1, 2], 'int32')]).shape; // [2]
 */
export class HashedCrossing extends Layer {
  static override readonly className: string = 'HashedCrossing';
  readonly numBins: number;
  readonly outputMode: 'int' | 'one_hot';

  constructor(options: HashedCrossingOptions) {
    super({ ...options, dtype: options.dtype ?? ((options.outputMode ?? 'int') === 'int' ? 'int64' : 'float32') }, [
      ...['numBins', 'outputMode', 'sparse'],
    ]);
    const { numBins, outputMode = 'int' } = options;
    expectPositiveInteger(this.place, 'numBins', numBins, 100);
    expectOneOf(this.place, 'outputMode', outputMode, ['int', 'one_hot'] as const);
    expectOneOf(this.place, 'sparse', options.sparse ?? false, [false] as const);
    this.numBins = numBins;
    this.outputMode = outputMode;
    this.markBuilt();
  }

  override call(inputs: tf.Tensor[]): tf.Tensor {
    const columns = this.#columns(inputs);
    const [first] = columns as [tf.Tensor];
    const features = columns.map((column) => Array.from(column.dataSync<'string'>() as ArrayLike<string | number>));
    const bins = Int32Array.from({ length: first.size }, (_, row) => {
      const hash = features.reduce((sum, values) => joinFingerprints(sum, fingerprint(values[row] ?? 0)), KEY);
      return Number(hash % BigInt(this.numBins));
    });
    const dtype = this.dtype === 'float32' ? 'float32' : 'int32';
    return encodeCategories(tf.tensor(bins, first.shape, 'int32'), this.outputMode, this.numBins, dtype);
  }

  override computeOutputShape(inputShape: Shape[]): Shape {
    return encodedShape(inputShape[0] as Shape, this.outputMode, this.numBins);
  }

  override getConfig(): Config {
    return {
      num_bins: this.numBins,
      output_mode: this.outputMode,
      sparse: false,
      name: this.name,
      dtype: this.dtype,
    };
  }

  #columns(inputs: unknown): readonly tf.Tensor[] {
    const list = (Array.isArray(inputs) ? inputs : [inputs]) as tf.Tensor[];
    const [first] = list as [tf.Tensor];
    const { shape } = first;
    const fits = shape.length < 2 || (shape.length === 2 && shape[1] === 1);
    if (list.length > 1 && fits && list.every((column) => column.shape.join() === shape.join())) return list;
    throw new TenlabError({
      code: 'invalid-argument',
      place: this.place,
      expected: 'the inputs must be a list of at least two tensors of one shape, [batch] or [batch, 1]',
      received: inWords(list.map((column) => `[${column.shape}]`).join(', ')),
      remedy: 'Pass one tensor for each feature that is crossed.',
    });
  }
}

function fingerprint(value: string | number): bigint {
  return typeof value === 'string' ? farmHash64(encoder.encode(value)) : BigInt.asUintN(64, BigInt(Math.trunc(value)));
}
