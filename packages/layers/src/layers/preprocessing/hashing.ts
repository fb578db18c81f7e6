import * as tf from '@tensorflow/tfjs-core';
import { KerasTensor } from '../../graph/keras-tensor';
import type { Shape } from '../../graph/shape';
import type { Tree } from '../../graph/tree';
import type { Config } from '../../registry/config';
import { expectOneOf, expectPositiveInteger } from '../checks';
import { Layer, type LayerOptions } from '../layer';
import { type CategoryMode, encodeCategories, encodedShape } from './encode-categories';
import { hashBucket, readSalt } from './hash-bucket';

export interface HashingOptions extends LayerOptions {
  /** The number of bins, that of the masked value among them. */
  numBins: number;
  /** What goes to bin 0, alone. Default: nothing. */
  maskValue?: string | number | null;
  /** Whether SipHash with this key is used, rather than FarmHash. */
  salt?: number | readonly number[] | null;
  /** Default `int`, the number of the bin. */
  outputMode?: CategoryMode;
  /** Read from configs; only false is supported. */
  sparse?: boolean;
}

/**
 * Texts or whole numbers into a fixed number of bins, without a vocabulary: `bin = hash(text) mod numBins`.
 *
 * The shape stays; other modes give vectors of one place per bin. Numbers are hashed as the text of their digits. The values
 * are read on the host. Keras class: `keras.layers.Hashing`.
 *
 * @example
 * new Hashing({ numBins: 3 }).apply(tf.tensor1d(['A', 'B', 'C', 'D', 'E'])).arraySync(); // [1, 0, 1, 1, 2]
 */
export class Hashing extends Layer {
  static override readonly className: string = 'Hashing';
  readonly numBins: number;
  readonly maskValue: string | number | null;
  readonly salt: readonly [number, number] | null;
  readonly outputMode: CategoryMode;

  constructor(options: HashingOptions) {
    super({ ...options, dtype: options.dtype ?? ((options.outputMode ?? 'int') === 'int' ? 'int64' : 'float32') }, [
      ...['numBins', 'maskValue', 'salt', 'outputMode', 'sparse'],
    ]);
    const { numBins, maskValue = null, outputMode = 'int' } = options;
    expectPositiveInteger(this.place, 'numBins', numBins, 100);
    expectOneOf(this.place, 'outputMode', outputMode, ['int', 'one_hot', 'multi_hot', 'count'] as const);
    expectOneOf(this.place, 'sparse', options.sparse ?? false, [false] as const);
    this.numBins = numBins;
    this.maskValue = maskValue;
    this.salt = readSalt(options.salt);
    this.outputMode = outputMode;
    this.markBuilt();
  }

  override call(inputs: tf.Tensor): tf.Tensor {
    const values = inputs.dataSync<'string'>() as ArrayLike<string | number>;
    const masks = this.maskValue !== null && this.numBins > 1;
    const buckets = masks ? this.numBins - 1 : this.numBins;
    const bins = Int32Array.from(values as ArrayLike<number>, (value: string | number) => {
      if (masks && value === this.maskValue) return 0;
      const text = typeof value === 'string' ? value : String(Math.trunc(value));
      return hashBucket(text, buckets, this.salt) + (masks ? 1 : 0);
    });
    const dtype = this.dtype === 'float32' ? 'float32' : 'int32';
    return encodeCategories(tf.tensor(bins, inputs.shape, 'int32'), this.outputMode, this.numBins, dtype);
  }

  override computeOutputShape(inputShape: Shape): Shape {
    return encodedShape(inputShape, this.outputMode, this.numBins);
  }

  override computeOutputSpec(inputs: Tree<KerasTensor>): KerasTensor {
    const shape = this.computeOutputShape((inputs as KerasTensor).shape);
    return new KerasTensor(shape, this.dtype === 'float32' ? 'float32' : 'int32');
  }

  override getConfig(): Config {
    return {
      ...super.getConfig(),
      num_bins: this.numBins,
      salt: this.salt,
      mask_value: this.maskValue,
      output_mode: this.outputMode,
      sparse: false,
    };
  }
}
