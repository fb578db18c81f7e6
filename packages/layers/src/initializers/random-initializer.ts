import { deriveSeed } from '@tenlab/core';
import { type Config, type ConfigObject, isConfigObject } from '../registry/config';
import { Initializer } from './initializer';

/** A seed for repeatable draws, also as the config of Keras's `SeedGenerator`; null takes the next seed of the global one. */
export type InitializerSeed = number | ConfigObject | null;

export interface RandomInitializerOptions {
  /** Default null: the next seed derived from `setSeed`'s. */
  seed?: InitializerSeed;
}

/**
 * Base of the initializers that draw. One initializer draws the same values each time it is used; two unseeded ones draw
 * different values. Values are drawn on the host, so they are the same on every backend.
 */
export abstract class RandomInitializer extends Initializer {
  readonly #given: InitializerSeed;
  #derived: number | null = null;

  constructor(options: RandomInitializerOptions) {
    super();
    this.#given = options.seed ?? null;
  }

  /** The seed in use. Without one of its own the initializer takes the next derived seed when it first draws. */
  get seed(): number {
    this.#derived ??= numberOf(this.#given) ?? deriveSeed();
    return this.#derived;
  }

  override getConfig(): Config {
    return { seed: this.#given };
  }
}

function numberOf(seed: InitializerSeed): number | null {
  if (!isConfigObject(seed)) return seed;
  const { seed: inner } = seed.config;
  return typeof inner === 'number' ? inner : null;
}
