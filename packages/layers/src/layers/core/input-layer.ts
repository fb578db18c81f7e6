import { TenlabError } from '@tenlab/core';
import type * as tf from '@tensorflow/tfjs-core';
import { KerasTensor } from '../../graph/keras-tensor';
import { Node } from '../../graph/node';
import type { Shape } from '../../graph/shape';
import type { Config } from '../../registry/config';
import { tensorDtype } from '../dtype-policy';
import { Layer, type LayerOptions } from '../layer';

export interface InputLayerOptions extends Pick<LayerOptions, 'name' | 'dtype'> {
  /** The shape of one sample; null where a length is not known. */
  shape?: Shape;
  /** The number of samples in a batch, when it is fixed. */
  batchSize?: number | null;
  /** The whole shape with the batch, instead of `shape`. */
  batchShape?: Shape;
  /** Read from configs; only false is supported. */
  sparse?: boolean;
  /** Read from configs; only false is supported. */
  ragged?: boolean;
  optional?: boolean;
}

/**
 * Where a model begins: it holds the shape and type of an input. `Input()` makes one for you.
 *
 * Keras class: `keras.layers.InputLayer`.
 *
 * @example
 * const model = new Sequential([new InputLayer({ shape: [784] }), new Dense({ units: 10 })]);
 */
export class InputLayer extends Layer {
  static override readonly className: string = 'InputLayer';
  readonly batchShape: Shape;
  readonly optional: boolean;
  /** The symbolic tensor. */
  readonly output: KerasTensor;

  constructor(options: InputLayerOptions) {
    super(options, ['shape', 'batchSize', 'batchShape', 'sparse', 'ragged', 'optional']);
    const { shape = [], batchSize = null, batchShape, optional = false } = options;
    expectDense(this.place, options);
    this.batchShape = [...(batchShape ?? [batchSize, ...shape])];
    this.optional = optional;
    this.output = new KerasTensor(this.batchShape, tensorDtype(this.dtype), this.name);
    this.markBuilt();
    new Node(this, { inputs: [], options: {} }, [this.output]);
  }

  override call(inputs: tf.Tensor): tf.Tensor {
    return inputs;
  }

  override computeOutputShape(): Shape {
    return this.batchShape;
  }

  override getConfig(): Config {
    return {
      batch_shape: this.batchShape,
      dtype: this.dtype,
      sparse: false,
      ragged: false,
      name: this.name,
      optional: this.optional,
    };
  }
}

function expectDense(place: string, { sparse, ragged }: InputLayerOptions): void {
  if (!sparse && !ragged) return;
  throw new TenlabError({
    code: 'unsupported',
    place,
    expected: '`sparse` and `ragged` must be false',
    received: { sparse, ragged },
    remedy: 'Pad ragged rows to one length, and mask the padding.',
  });
}

/**
 * A symbolic input of a functional model. Keras: `keras.Input`.
 *
 * @example
 * const x = Input({ shape: [4] });
 * const model = new Model({ inputs: x, outputs: new Dense({ units: 3 }).apply(x) });
 */
export function Input(options: InputLayerOptions): KerasTensor {
  return new InputLayer(options).output;
}
