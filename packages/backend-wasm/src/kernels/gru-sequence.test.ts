import { expectClose } from '@tenlab/testing';
import * as tf from '@tensorflow/tfjs-core';
import { expect, test } from 'vitest';
import { numbers } from '../testing/numbers';
import { onThreads } from '../testing/on-threads';
import { derivatives, lastSteps, type PlainSizes, plainGru, type Values } from '../testing/recurrences';

const names = ['projected', 'recurrentKernel', 'recurrentBias', 'hidden'] as const;

function inputsOf({ batch, steps, units }: PlainSizes): Record<(typeof names)[number], tf.Tensor> {
  return {
    projected: numbers([batch, steps, units * 3], 1),
    recurrentKernel: tf.mul(numbers([units, units * 3], 2), 1 / Math.sqrt(units)),
    recurrentBias: numbers([units * 3], 5),
    hidden: tf.mul(numbers([batch, units], 3), 0.4),
  };
}

const run = (inputs: tf.NamedTensorMap, attributes: object) =>
  [tf.engine().runKernel('GRUSequence', inputs, attributes as never) as unknown as tf.Tensor[]].flat();

function expected(returns: string, values: readonly Values[], sizes: PlainSizes): number[] {
  const [projected, kernel, bias, hidden] = values as [Values, Values, Values, Values];
  const sequence = plainGru(projected, kernel, bias, hidden, sizes);
  return returns === 'last' ? lastSteps(sequence, sizes) : sequence;
}

onThreads('GRUSequence', (sameBits) => {
  // Units below a vector, with a tail, and of several panels; rows below a tile, with a tail, and of several groups.
  test.each([
    [1, 1, 1],
    [2, 3, 3],
    [5, 2, 4],
    [7, 4, 10],
    [93, 3, 17],
  ])('goes over %i sequences of %i steps with %i units', (batch, steps, units) => {
    for (const backwards of [false, true]) {
      const sizes = { batch, steps, units, backwards };
      const inputs = inputsOf(sizes);
      const values = names.map((name) => inputs[name].dataSync());
      for (const returns of ['last', 'sequence']) {
        for (const keep of [false, true]) {
          const [result] = run(inputs, { returns, backwards, keep });
          expectClose(result!.dataSync(), expected(returns, values, sizes), { rtol: 1e-5, atol: 2e-6 });
          sameBits(`${[batch, steps, units, backwards, returns]}`, result!);
        }
      }
    }
  });

  test('takes a bias that is missing for zeros', () => {
    const sizes = { batch: 2, steps: 3, units: 5, backwards: false };
    const { recurrentBias: _, ...inputs } = inputsOf(sizes);
    const [y] = run(inputs, { returns: 'sequence', backwards: false, keep: false });
    const [projected, kernel, hidden] = [inputs.projected, inputs.recurrentKernel, inputs.hidden].map((x) =>
      x.dataSync(),
    );
    expectClose(y!.dataSync(), plainGru(projected!, kernel!, [], hidden!, sizes), { atol: 2e-6 });
  });

  test.each([
    [1, 1, 1],
    [3, 3, 2],
    [7, 3, 5],
  ])('has a gradient that agrees with differences: %i sequences, %i steps, %i units', (batch, steps, units) => {
    for (const backwards of [false, true]) {
      for (const returns of ['last', 'sequence']) {
        const sizes = { batch, steps, units, backwards };
        const inputs = inputsOf(sizes);
        const [value, ...kept] = run(inputs, { returns, backwards, keep: true });
        const sequence = returns === 'last' ? kept.shift()! : value!;
        const [gates] = kept as [tf.Tensor];
        const dy = numbers(value!.shape, 9);
        const { recurrentKernel, hidden } = inputs;
        const given = { dy, sequence, gates, recurrentKernel, hidden };
        const gradients = tf
          .engine()
          .runKernel('GRUSequenceGrad', given, { returns, backwards }) as unknown as tf.Tensor[];
        const weights = dy.dataSync();
        const weighted = (at: number[][]) =>
          expected(returns, at, sizes).reduce((sum, y, index) => sum + y * weights[index]!, 0);
        const at = names.map((name) => inputs[name].dataSync());
        for (const [index, gradient] of gradients.entries()) {
          expect(gradient.shape).toEqual(inputs[names[index]!].shape);
          expectClose(gradient.dataSync(), derivatives(weighted, at, index), { rtol: 1e-4, atol: 1e-5 });
          sameBits(`gradient ${[batch, steps, units, backwards, returns, index]}`, gradient);
        }
      }
    }
  });

  test('refuses a state that does not fit', () => {
    const inputs = inputsOf({ batch: 2, steps: 2, units: 2, backwards: false });
    const hidden = tf.zeros([2, 3]);
    expect(() =>
      run({ ...inputs, hidden }, { returns: 'last', backwards: false, keep: false }),
    ).toThrowErrorMatchingInlineSnapshot(
      `[TenlabError: GRUSequence: float32 sums [batch, steps, 3 units], recurrent kernel [units, 3 units] and states [batch, units], with at least one step. Received: float32 [2,2,6], float32 [2,6], float32 [2,3]. Call it through a layer of @tenlab/layers.]`,
    );
  });
});
