import * as tf from '@tensorflow/tfjs-core';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { cpu } from '../backends/cpu';
import { leakCheck } from '../memory/leak-check';
import { scope } from '../memory/scope';
import { fillRandom } from './distributions';
import { setSeed } from './seed';
import { SeedGenerator } from './seed-generator';
import { randomNormalValues, randomUniformValues, truncatedNormalValues } from './values';

beforeAll(async () => {
  await cpu.start({});
});

const made: SeedGenerator[] = [];
function generatorOf(options: ConstructorParameters<typeof SeedGenerator>[0]): SeedGenerator {
  const generator = new SeedGenerator(options);
  made.push(generator);
  return generator;
}

afterEach(() => {
  for (const generator of made.splice(0)) if (!generator.state.isDisposed) generator.dispose();
});

describe('SeedGenerator', () => {
  it('shows what the documentation shows', () => {
    const generator = generatorOf({ seed: 0 });
    const shown = [0.4184570908546448, 0.6004990339279175, 0.21629542112350464];
    expect([...generator.uniform([3]).dataSync()]).toEqual(shown);
    expect([...generator.uniform([3]).dataSync()]).not.toEqual(shown);
  });

  it('holds its key and the number of calls in a variable that is not trained', () => {
    const generator = generatorOf({ seed: 3 * 2 ** 32 + 5 });
    expect(generator.state.trainable).toBe(false);
    expect([...generator.state.dataSync()]).toEqual([3, 5, 0]);
    generator.uniform([2]);
    generator.normal([2]);
    generator.truncatedNormal([2]);
    expect([...generator.state.dataSync()]).toEqual([3, 5, 3]);
  });

  it('draws each call from the counter of that call', () => {
    const generator = generatorOf({ seed: 9 });
    expect(generator.uniform([2, 3]).shape).toEqual([2, 3]);
    expect(generator.uniform([5]).dataSync()).toEqual(fillRandom(5, 'uniform', [0, 9, 1]));
    expect(generator.normal([5]).dataSync()).toEqual(fillRandom(5, 'normal', [0, 9, 2]));
  });

  it('goes on where its state was put', () => {
    const first = generatorOf({ seed: 4 });
    first.uniform([1]);
    const resumed = generatorOf({ seed: 0 });
    resumed.state.assign(first.state);
    expect(resumed.uniform([4]).dataSync()).toEqual(first.uniform([4]).dataSync());
  });

  it('gives the bits of the host functions, range and deviation included', () => {
    const options = { minValue: -0.3, maxValue: 0.1 };
    expect(generatorOf({ seed: 6 }).uniform([7], options).dataSync()).toEqual(
      randomUniformValues(7, { ...options, seed: 6 }),
    );
    const law = { mean: 0.7, stddev: 0.05 };
    expect(generatorOf({ seed: 6 }).normal([7], law).dataSync()).toEqual(randomNormalValues(7, { ...law, seed: 6 }));
    expect(generatorOf({ seed: 6 }).truncatedNormal([7], law).dataSync()).toEqual(
      truncatedNormalValues(7, { ...law, seed: 6 }),
    );
  });

  it('takes the next derived seed where none is given', () => {
    setSeed(1);
    const [a, b] = [generatorOf({}), generatorOf({})];
    setSeed(1);
    expect(generatorOf({}).seed).toBe(a!.seed);
    expect(b!.seed).not.toBe(a!.seed);
  });

  it.each([[[]], [[0]], [[3, 0, 2]], [[1]], [[2, 2]]])('draws the shape %j', (shape) => {
    const values = generatorOf({ seed: 0 }).uniform(shape);
    expect(values.shape).toEqual(shape);
    expect(values.dataSync().length).toBe(shape.reduce((size, side) => size * side, 1));
  });

  it('leaves nothing behind but what it returns', () => {
    const outer = leakCheck();
    const generator = generatorOf({ seed: 0 });
    const check = leakCheck();
    for (let step = 0; step < 10; step++) {
      tf.dispose([
        generator.uniform([3]),
        generator.normal([3], { mean: 1, stddev: 2 }),
        generator.truncatedNormal([2]),
      ]);
    }
    check.expectNone('ten draws');
    generator.dispose();
    outer.expectNone('a generator');
  });

  it('survives the scope in which it was made', () => {
    const generator = scope(() => generatorOf({ seed: 0 }));
    expect(generator.uniform([1]).dataSync().length).toBe(1);
  });

  it('draws inside a gradient, as dropout does, and advances there too', () => {
    const generator = generatorOf({ seed: 2 });
    const mask = fillRandom(4, 'uniform', [0, 2, 0]);
    const gradient = tf.grad((x) => tf.sum(tf.mul(x, generator.uniform([4]))))(tf.ones([4]));
    expect(gradient.dataSync()).toEqual(mask);
    expect(generator.state.dataSync()[2]).toBe(1);
  });

  it('refuses what it cannot draw, by name', () => {
    const generator = generatorOf({ seed: 0, name: 'dropout_1' });
    expect(() => generator.uniform([2.5])).toThrowErrorMatchingInlineSnapshot(
      `[TenlabError: SeedGenerator 'dropout_1': \`shape\` must be a list of whole numbers from 0. Received: [2.5]. Pass the shape to draw, for example [32, 10].]`,
    );
    expect(() => generator.uniform([2], { minvalue: 0 } as never)).toThrowErrorMatchingInlineSnapshot(
      `[TenlabError: SeedGenerator 'dropout_1': no option \`minvalue\` exists. Received: { minvalue: 0 }. Did you mean \`minValue\`? The options are \`minValue\`, \`maxValue\`.]`,
    );
    expect(() => generator.normal([2], { stddev: Number.NaN })).toThrowErrorMatchingInlineSnapshot(
      `[TenlabError: SeedGenerator 'dropout_1': \`stddev\` must be a finite number. Received: NaN. Pass a number such as 0 or 1.]`,
    );
    expect(() => new SeedGenerator({ seed: -1 })).toThrowErrorMatchingInlineSnapshot(
      `[TenlabError: SeedGenerator 'seed_generator': \`seed\` must be a whole number from 0 to 2^53 - 1. Received: -1. Pass a number such as 42; the same seed gives the same results.]`,
    );
    expect(() => new SeedGenerator({ sed: 1 } as never)).toThrowErrorMatchingInlineSnapshot(
      `[TenlabError: SeedGenerator: no option \`sed\` exists. Received: { sed: 1 }. Did you mean \`seed\`? The options are \`seed\`, \`name\`.]`,
    );
    generator.dispose();
    expect(() => generator.uniform([2])).toThrowErrorMatchingInlineSnapshot(
      `[TenlabError: SeedGenerator 'dropout_1': the generator must not be disposed. Received: a disposed one. Draw before \`dispose()\`, or make a new SeedGenerator.]`,
    );
  });
});
