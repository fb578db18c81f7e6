import { expectClose } from '@tenlab/testing';
import * as tf from '@tensorflow/tfjs-core';
import { expect, test } from 'vitest';
import { numbers } from '../testing/numbers';
import { onThreads } from '../testing/on-threads';
import { derivatives, lastSteps, type PlainSizes, plainLstm, type Values } from '../testing/recurrences';

const names = ['projected', 'recurrentKernel', 'hidden', 'carry'] as const;

function inputsOf({ batch, steps, units }: PlainSizes): Record<(typeof names)[number], tf.Tensor> {
  return {
    projected: numbers([batch, steps, units * 4], 1),
    recurrentKernel: tf.mul(numbers([units, units * 4], 2), 1 / Math.sqrt(units)),
    hidden: tf.mul(numbers([batch, units], 3), 0.4),
    carry: numbers([batch, units], 4),
  };
}

const run = (inputs: tf.NamedTensorMap, attributes: object) =>
  tf.engine().runKernel('LSTMSequence', inputs, attributes as never) as unknown as tf.Tensor[];

/** What `returns` asks for, from the plain loop. */
function expected(returns: string, values: readonly Values[], sizes: PlainSizes): number[] {
  const [projected, kernel, hidden, carry] = values as [Values, Values, Values, Values];
  const { sequence, carry: last } = plainLstm(projected, kernel, hidden, carry, sizes);
  if (returns === 'last') return lastSteps(sequence, sizes);
  if (returns === 'sequence') return sequence;
  const { batch, steps, units } = sizes;
  return Array.from({ length: batch }, (_, row) => [
    ...sequence.slice(row * steps * units, (row + 1) * steps * units),
    ...last.slice(row * units, (row + 1) * units),
  ]).flat();
}

onThreads('LSTMSequence', (sameBits) => {
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
      for (const returns of ['last', 'sequence', 'states']) {
        for (const keep of [false, true]) {
          const [result] = [run(inputs, { returns, backwards, keep })].flat();
          expectClose(result!.dataSync(), expected(returns, values, sizes), { rtol: 1e-5, atol: 2e-6 });
          sameBits(`${[batch, steps, units, backwards, returns]}`, result!);
        }
      }
    }
  });

  test.each([
    [1, 1, 1],
    [3, 3, 2],
    [7, 3, 5],
  ])('has a gradient that agrees with differences: %i sequences, %i steps, %i units', (batch, steps, units) => {
    for (const backwards of [false, true]) {
      for (const returns of ['last', 'sequence', 'states']) {
        const sizes = { batch, steps, units, backwards };
        const inputs = inputsOf(sizes);
        const [value, ...kept] = run(inputs, { returns, backwards, keep: true });
        const sequence = returns === 'last' ? kept.shift()! : value!;
        const [gates, carries] = kept as [tf.Tensor, tf.Tensor];
        const dy = numbers(value!.shape, 9);
        const { projected: _, ...others } = inputs;
        const given = { dy, sequence, gates, carries, ...others };
        const gradients = tf
          .engine()
          .runKernel('LSTMSequenceGrad', given, { returns, backwards }) as unknown as tf.Tensor[];
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

  test('lets NaN and large sums through as they are', () => {
    const inputs = inputsOf({ batch: 2, steps: 1, units: 1, backwards: false });
    const projected = tf.tensor3d([NaN, 0, 0, 0, 100, 100, -100, 100], [2, 1, 4]);
    const [y] = [
      run(
        { ...inputs, projected, carry: tf.tensor2d([0, 1], [2, 1]) },
        { returns: 'last', backwards: false, keep: false },
      ),
    ].flat();
    expectClose(y!.dataSync(), [NaN, Math.tanh(0)], { atol: 1e-6 });
  });

  test('keeps gates within 0 and 1, however large their sums', () => {
    const units = 64;
    const inputs = inputsOf({ batch: 1, steps: 1, units, backwards: false });
    const projected = tf.tensor3d(
      Float32Array.from({ length: units * 4 }, (_, index) => (index % 2 ? 1 : -1) * (7 + index / 16)),
      [1, 1, units * 4],
    );
    const hidden = tf.zeros([1, units]);
    const kept = run({ ...inputs, projected, hidden }, { returns: 'sequence', backwards: false, keep: true });
    const [input, forget, candidate, output] = tf.split(kept[1]!, 4, -1).map((gate) => Array.from(gate.dataSync()));
    for (const gate of [input!, forget!, output!]) expect(gate.every((value) => value >= 0 && value <= 1)).toBe(true);
    expect(candidate!.every((value) => Math.abs(value) <= 1)).toBe(true);
  });

  test('refuses sums that do not fit', () => {
    const inputs = inputsOf({ batch: 2, steps: 2, units: 2, backwards: false });
    const carry = tf.zeros([2, 3]);
    expect(() =>
      run({ ...inputs, carry }, { returns: 'last', backwards: false, keep: false }),
    ).toThrowErrorMatchingInlineSnapshot(
      `[TenlabError: LSTMSequence: float32 sums [batch, steps, 4 units], recurrent kernel [units, 4 units] and states [batch, units], with at least one step. Received: float32 [2,2,8], float32 [2,8], float32 [2,2], float32 [2,3]. Call it through a layer of @tenlab/layers.]`,
    );
  });
});
