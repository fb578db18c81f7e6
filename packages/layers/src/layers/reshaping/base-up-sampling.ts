import type * as tf from '@tensorflow/tfjs-core';
import type { Shape } from '../../graph/shape';
import { asFloat } from '../as-float';
import { perAxis } from '../checks';
import type { DataFormat } from '../data-format';
import { Layer, type LayerOptions } from '../layer';
import { repeatAxis } from './repeat-axis';

/** What `UpSampling1D` to `UpSampling3D` have in common: sizes, shapes, and repeating elements. */
export abstract class BaseUpSampling extends Layer {
  /** How many times longer each spatial axis becomes. */
  readonly factors: readonly number[];
  readonly dataFormat: DataFormat;

  constructor(
    options: LayerOptions & { size?: number | readonly number[] },
    { ownOptions, spatialAxes, dataFormat }: { ownOptions: string[]; spatialAxes: number; dataFormat: DataFormat },
  ) {
    super(options, ['size', ...ownOptions]);
    this.factors = perAxis(this.place, 'size', options.size ?? 2, spatialAxes);
    this.dataFormat = dataFormat;
    this.inputSpec = { ndim: spatialAxes + 2 };
    this.markBuilt();
  }

  override call(inputs: tf.Tensor): tf.Tensor {
    return this.factors.reduce<tf.Tensor>(
      (repeated, factor, i) => repeatAxis(repeated, this.firstAxis + i, factor),
      asFloat(inputs),
    );
  }

  override computeOutputShape(inputShape: Shape): Shape {
    return inputShape.map((length, axis) => {
      const factor = this.factors[axis - this.firstAxis];
      return length === null || factor === undefined ? length : length * factor;
    });
  }

  /** The first axis that becomes longer. */
  protected get firstAxis(): number {
    return this.dataFormat === 'channels_last' ? 1 : 2;
  }
}
