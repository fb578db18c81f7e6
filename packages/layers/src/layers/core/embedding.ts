import * as tf from '@tensorflow/tfjs-core';
import type { ConstraintIdentifier } from '../../constraints/index';
import type { KerasTensor } from '../../graph/keras-tensor';
import { notEqual } from '../../graph/mask-operations';
import type { Shape } from '../../graph/shape';
import type { InitializerIdentifier } from '../../initializers/index';
import type { Config } from '../../registry/config';
import type { RegularizerIdentifier } from '../../regularizers/index';
import { serializeValue } from '../../serialization/serialize-object';
import type { Weight } from '../../weight';
import { expectPositiveInteger } from '../checks';
import { Layer, type LayerOptions } from '../layer';
import { type WeightSettings, weightOptionNames, weightSettings, weightSettingsConfig } from '../weight-settings';

export interface EmbeddingOptions extends LayerOptions {
  /** The number of different ids: one more than the largest. */
  inputDim: number;
  /** The length of each vector. */
  outputDim: number;
  /** Default `uniform`. */
  embeddingsInitializer?: InitializerIdentifier | null;
  embeddingsRegularizer?: RegularizerIdentifier | null;
  embeddingsConstraint?: ConstraintIdentifier | null;
  /** Whether id 0 is padding that later layers skip. Default false. */
  maskZero?: boolean;
}

/**
 * A vector for each id: `output = embeddings[id]`, learned by training.
 *
 * Shapes: `[...]` whole numbers from 0 to `inputDim - 1`, to `[..., outputDim]`. Keras class: `keras.layers.Embedding`.
 *
 * @example
 * const layer = new Embedding({ inputDim: 100, outputDim: 8 });
 * layer.apply(tf.tensor2d([[3, 17]], [1, 2], 'int32')).shape; // [1, 2, 8]
 */
export class Embedding extends Layer {
  static override readonly className: string = 'Embedding';
  readonly inputDim: number;
  readonly outputDim: number;
  readonly maskZero: boolean;
  readonly embeddingsSettings: WeightSettings;
  declare embeddings: Weight;

  constructor(options: EmbeddingOptions) {
    super(options, ['inputDim', 'outputDim', 'maskZero', ...weightOptionNames('embeddings')]);
    expectPositiveInteger(this.place, 'inputDim', options.inputDim, 10000);
    expectPositiveInteger(this.place, 'outputDim', options.outputDim, 16);
    this.inputDim = options.inputDim;
    this.outputDim = options.outputDim;
    this.maskZero = options.maskZero ?? false;
    this.supportsMasking = this.maskZero;
    this.embeddingsSettings = weightSettings(this.place, options, 'embeddings', 'uniform');
  }

  override build(): void {
    this.embeddings = this.addWeight({
      name: 'embeddings',
      shape: [this.inputDim, this.outputDim],
      ...this.embeddingsSettings,
    });
  }

  override call(inputs: tf.Tensor): tf.Tensor {
    const ids = inputs.dtype === 'int32' ? inputs : tf.cast(inputs, 'int32');
    return tf.gather(this.embeddings.read(), ids as tf.Tensor1D);
  }

  override computeMask(inputs: tf.Tensor | KerasTensor): tf.Tensor | KerasTensor | null {
    return this.maskZero ? notEqual(inputs, 0) : null;
  }

  override computeOutputShape(inputShape: Shape): Shape {
    return [...inputShape, this.outputDim];
  }

  override getConfig(): Config {
    return {
      ...super.getConfig(),
      input_dim: this.inputDim,
      output_dim: this.outputDim,
      ...weightSettingsConfig({ embeddings: this.embeddingsSettings }),
      activity_regularizer: serializeValue(this.activityRegularizer),
      mask_zero: this.maskZero,
      quantization_config: null,
    };
  }
}
