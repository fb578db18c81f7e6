import { TenlabError } from '@tenlab/core';
import * as tf from '@tensorflow/tfjs-core';
import { KerasTensor } from '../../graph/keras-tensor';
import { notEqual } from '../../graph/mask-operations';
import { setMask } from '../../graph/masks';
import type { Shape } from '../../graph/shape';
import type { Tree } from '../../graph/tree';
import type { Config } from '../../registry/config';
import { expectNumber, positive } from '../../registry/options';
import type { Weight } from '../../weight';
import { asFloat } from '../as-float';
import type { CallOptions } from '../layer';
import { Embedding, type EmbeddingOptions } from './embedding';

export interface ReversibleEmbeddingOptions extends EmbeddingOptions {
  /** Whether the way back uses the same vectors. Default true; else it has weights `[outputDim, inputDim]` of its own. */
  tieWeights?: boolean;
  /** The type that the way back is computed in: `float32`, which is the default. */
  reverseDtype?: 'float32' | null;
  /** The greatest that a logit can become, `cap * tanh(logit / cap)`. Default: no bound. */
  logitSoftCap?: number | null;
}

/**
 * An embedding that also goes back, from vectors to a logit for each id: what language models begin and end with.
 *
 * `output = embeddings[id]`; with the call's option `reverse: true` `output = inputs · embeddingsᵀ`.
 *
 * Shapes: `[...]` ids to `[..., outputDim]`, and back `[..., outputDim]` to `[..., inputDim]`. Press and Wolf 2016.
 * Keras class: `keras.layers.ReversibleEmbedding`.
 *
 * @example
 * const layer = new ReversibleEmbedding({ inputDim: 100, outputDim: 8 });
 * const vectors = layer.apply(tf.tensor2d([[3, 17]], [1, 2], 'int32'));
 * layer.apply(vectors, { reverse: true }).shape; // [1, 2, 100]
 */
export class ReversibleEmbedding extends Embedding {
  static override readonly className: string = 'ReversibleEmbedding';
  static override readonly callOptions: readonly string[] = ['reverse'];
  readonly tieWeights: boolean;
  readonly reverseDtype: 'float32' | null;
  readonly logitSoftCap: number | null;
  declare reverseEmbeddings: Weight | null;

  constructor(options: ReversibleEmbeddingOptions) {
    const { tieWeights = true, reverseDtype = null, logitSoftCap = null, ...rest } = options;
    super(rest);
    if (logitSoftCap !== null) expectNumber(this.place, 'logitSoftCap', logitSoftCap, positive);
    if (reverseDtype !== null && reverseDtype !== 'float32') {
      throw new TenlabError({
        code: 'unsupported',
        place: this.place,
        expected: "`reverseDtype` must be 'float32'",
        received: reverseDtype,
        remedy: 'Leave it out: all products are computed in float32.',
      });
    }
    this.tieWeights = tieWeights;
    this.reverseDtype = reverseDtype;
    this.logitSoftCap = logitSoftCap;
  }

  override build(): void {
    super.build();
    this.reverseEmbeddings = this.tieWeights
      ? null
      : this.addWeight({
          name: 'reverse_embeddings',
          shape: [this.outputDim, this.inputDim],
          initializer: this.embeddingsSettings.initializer,
        });
  }

  override call(inputs: tf.Tensor, { reverse = false }: Partial<CallOptions> = {}): tf.Tensor {
    if (!reverse) {
      const vectors = super.call(inputs);
      if (this.maskZero) setMask(vectors, notEqual(inputs, 0) as tf.Tensor);
      return vectors;
    }
    const { shape } = inputs;
    const rows = tf.reshape(asFloat(inputs), [-1, shape.at(-1) as number]) as tf.Tensor2D;
    const product = this.reverseEmbeddings
      ? tf.matMul(rows, this.reverseEmbeddings.read() as tf.Tensor2D)
      : tf.matMul(rows, this.embeddings.read() as tf.Tensor2D, false, true);
    const logits = tf.reshape(product, [...shape.slice(0, -1), this.inputDim]);
    const cap = this.logitSoftCap;
    return cap === null ? logits : tf.mul(tf.tanh(tf.div(logits, cap)), cap);
  }

  /** Ids carry a mask with them, set in the call; logits have none. */
  override computeMask(): null {
    return null;
  }

  override computeOutputSpec(inputs: Tree<KerasTensor>, { reverse }: Readonly<Record<string, unknown>>): KerasTensor {
    const { shape } = inputs as KerasTensor;
    const output: Shape = reverse ? [...shape.slice(0, -1), this.inputDim] : this.computeOutputShape(shape);
    return new KerasTensor(output, 'float32');
  }

  override getConfig(): Config {
    const { tieWeights, reverseDtype, logitSoftCap } = this;
    return {
      ...super.getConfig(),
      tie_weights: tieWeights,
      reverse_dtype: reverseDtype,
      logit_soft_cap: logitSoftCap,
    };
  }
}
