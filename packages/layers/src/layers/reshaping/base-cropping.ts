import { inWords, TenlabError } from '@tenlab/core';
import * as tf from '@tensorflow/tfjs-core';
import { formatShape, type Shape } from '../../graph/shape';
import { type DataFormat, expectDataFormat } from '../data-format';
import { Layer, type LayerOptions } from '../layer';
import { type Margin, type Margins, readMargins } from './margins';

export interface BaseCroppingOptions extends LayerOptions {
  /** How much is cut off: one number, one per axis, or `[before, after]` per axis. */
  cropping?: Margins;
  /** Default `channels_last`. */
  dataFormat?: DataFormat | null;
}

/** What `Cropping1D` to `Cropping3D` have in common. */
export abstract class BaseCropping extends Layer {
  readonly cropping: readonly Margin[];
  readonly dataFormat: DataFormat;

  constructor(
    options: BaseCroppingOptions,
    { spatialAxes, cropping, ownOptions }: { spatialAxes: number; cropping: Margins; ownOptions: string[] },
  ) {
    super(options, ['cropping', ...ownOptions]);
    this.cropping = readMargins(this.place, 'cropping', options.cropping ?? cropping, spatialAxes);
    this.dataFormat = expectDataFormat(this.place, options.dataFormat);
    this.inputSpec = { ndim: spatialAxes + 2 };
    this.markBuilt();
  }

  override call(inputs: tf.Tensor): tf.Tensor {
    const size = this.computeOutputShape(inputs.shape) as number[];
    return tf.slice(
      inputs,
      inputs.shape.map((_, axis) => this.#margin(axis)[0]),
      size,
    );
  }

  override computeOutputShape(inputShape: Shape): Shape {
    return inputShape.map((length, axis) => {
      const [before, after] = this.#margin(axis);
      if (length === null || before + after < length || before + after === 0) {
        return length === null ? null : length - before - after;
      }
      throw new TenlabError({
        code: 'invalid-shape',
        place: this.place,
        expected: `the input must be longer than the ${before + after} that are cut off axis ${axis}`,
        received: inWords(`shape ${formatShape(inputShape)}`),
        remedy: 'Crop less.',
      });
    });
  }

  #margin(axis: number): Margin {
    return this.cropping[axis - (this.dataFormat === 'channels_last' ? 1 : 2)] ?? [0, 0];
  }
}
