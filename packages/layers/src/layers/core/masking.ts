import * as tf from '@tensorflow/tfjs-core';
import { withoutGradient } from '../../activations/with-gradient';
import type { KerasTensor } from '../../graph/keras-tensor';
import { anyOfLastAxis, notEqual } from '../../graph/mask-operations';
import type { Shape } from '../../graph/shape';
import type { Config } from '../../registry/config';
import { expectNumber } from '../../registry/options';
import { asFloat } from '../as-float';
import { Layer, type LayerOptions } from '../layer';

export interface MaskingOptions extends LayerOptions {
  /** A step whose features all have this value is left out. Default 0. */
  maskValue?: number;
}

/**
 * Masks the steps of a sequence that are padding: those whose features all equal `maskValue`. They become 0, and layers after it
 * that take masks skip them.
 *
 * Shapes: `[batch, steps, features]`, unchanged; the mask is `[batch, steps]`. Throws when `maskValue` is not a number.
 * Keras class: `keras.layers.Masking`.
 *
 * @example
 * const y = new Masking().apply(tf.tensor3d([1, 2, 0, 0], [1, 2, 2]));
 * getMask(y)?.dataSync(); // [1, 0]
 */
export class Masking extends Layer {
  static override readonly className: string = 'Masking';
  readonly maskValue: number;

  constructor(options: MaskingOptions = {}) {
    super(options, ['maskValue']);
    this.maskValue = options.maskValue ?? 0;
    expectNumber(this.place, 'maskValue', this.maskValue, { text: 'a number', holds: () => true });
    this.supportsMasking = true;
    this.markBuilt();
  }

  override call(inputs: tf.Tensor): tf.Tensor {
    const x = asFloat(inputs);
    return tf.mul(
      x,
      tf.expandDims(
        withoutGradient(x, (values) => asFloat(this.#maskOf(values))),
        -1,
      ),
    );
  }

  override computeMask(inputs: tf.Tensor | KerasTensor): tf.Tensor | KerasTensor {
    return inputs instanceof tf.Tensor
      ? withoutGradient(inputs, (values) => this.#maskOf(values))
      : this.#maskOf(inputs);
  }

  override computeOutputShape(inputShape: Shape): Shape {
    return inputShape;
  }

  override getConfig(): Config {
    return { ...super.getConfig(), mask_value: this.maskValue };
  }

  #maskOf<T extends tf.Tensor | KerasTensor>(inputs: T): T {
    return anyOfLastAxis(notEqual(inputs, this.maskValue));
  }
}
