import { deriveSeed, SeedGenerator } from '@tenlab/core';
import type * as tf from '@tensorflow/tfjs-core';
import type { Config } from '../../registry/config';
import type { RandomState } from '../tracking';
import { ImageLayer, type ImageLayerOptions } from './image-layer';

export interface RandomImageOptions extends ImageLayerOptions {
  /** Default: the next seed derived from `setSeed`'s. */
  seed?: number | null;
}

/** Base of the layers that change images at random, each image differently where nothing else is said. */
export abstract class RandomImageLayer<Transformation> extends ImageLayer<Transformation> {
  readonly seed: number | null;
  readonly #firstSeed: number;
  #seedGenerator: SeedGenerator | null = null;

  constructor(options: RandomImageOptions, ownOptions: readonly string[]) {
    super(options, [...ownOptions, 'seed']);
    this.seed = options.seed ?? null;
    this.#firstSeed = this.seed ?? deriveSeed();
  }

  /** Made when it is asked for: a constructor that refuses an option after this one's leaves no state behind. */
  get seedGenerator(): SeedGenerator {
    this.#seedGenerator ??= new SeedGenerator({ seed: this.#firstSeed });
    return this.#seedGenerator;
  }

  override get ownRandomStates(): RandomState[] {
    return [this.seedGenerator];
  }

  /** Draws with a generator; a layer made of layers draws for all of them with its own. */
  protected abstract draw(images: tf.Tensor, generator: SeedGenerator): Transformation;

  override getRandomTransformation(images: tf.Tensor, generator: SeedGenerator = this.seedGenerator): Transformation {
    return this.draw(images, generator);
  }

  override getConfig(): Config {
    return { ...super.getConfig(), seed: this.seed };
  }
}
