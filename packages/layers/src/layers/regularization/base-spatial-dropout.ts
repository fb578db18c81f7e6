import type { Config } from '../../registry/config';
import { placeOf } from '../checks';
import { type DataFormat, expectDataFormat } from '../data-format';
import type { LayerOptions } from '../layer';
import { Dropout } from './dropout';

export interface BaseSpatialDropoutOptions extends LayerOptions {
  /** The part of the channels that is set to 0, from 0 to 1. */
  rate: number;
  /** Default `channels_last`. */
  dataFormat?: DataFormat | null;
  /** Default: the next seed derived from `setSeed`'s. */
  seed?: number | null;
}

/** What `SpatialDropout1D` to `SpatialDropout3D` have in common: dropout whose pattern has one element per channel. */
export abstract class BaseSpatialDropout extends Dropout {
  readonly dataFormat: DataFormat;

  constructor({ dataFormat, ...options }: BaseSpatialDropoutOptions, spatialAxes: number) {
    const ones = Array.from({ length: spatialAxes }, () => 1);
    const format = expectDataFormat(placeOf(new.target, options), dataFormat);
    super({ ...options, noiseShape: format === 'channels_last' ? [null, ...ones, null] : [null, null, ...ones] });
    this.dataFormat = format;
    this.inputSpec = { ndim: spatialAxes + 2 };
  }

  /** Keras writes these layers shorter than others. */
  override getConfig(): Config {
    return { rate: this.rate, seed: this.seed, name: this.name, dtype: this.dtype };
  }
}
