import { setSeed, useBackend } from '@tenlab/core';
import { beforeAll, describe, expect, test } from 'vitest';
import { GlorotUniform } from './glorot-uniform';
import { RandomNormal } from './random-normal';

beforeAll(async () => {
  await useBackend('cpu');
});

const draw = (initializer: RandomNormal | GlorotUniform) => initializer.initialize([4, 3]).dataSync();

describe('RandomInitializer', () => {
  test('draws the same with the same seed, and again with the same initializer', () => {
    const initializer = new RandomNormal({ seed: 7 });
    expect(draw(initializer)).toEqual(draw(new RandomNormal({ seed: 7 })));
    expect(draw(initializer)).toEqual(draw(initializer));
  });

  test('takes the next derived seed without one of its own', () => {
    setSeed(3);
    const [first, second] = [draw(new GlorotUniform()), draw(new GlorotUniform())];
    expect(first).not.toEqual(second);
    setSeed(3);
    expect(draw(new GlorotUniform())).toEqual(first);
  });

  test('writes the seed it was given, not the one it took', () => {
    const initializer = new GlorotUniform();
    draw(initializer);
    expect(initializer.getConfig().seed).toBeNull();
    expect(new GlorotUniform({ seed: 5 }).getConfig().seed).toBe(5);
  });

  test('reads the seed of a serialised SeedGenerator', () => {
    const seed = { class_name: 'SeedGenerator', config: { name: 'seed_generator', seed: 7 } };
    expect(draw(new RandomNormal({ seed }))).toEqual(draw(new RandomNormal({ seed: 7 })));
  });
});
