import { expectClose } from '@tenlab/testing';
import * as tf from '@tensorflow/tfjs-core';
import { describe, expect, test } from 'vitest';
import { goldenTests } from '../../../../tools/conformance/golden-tests';
import { runLossCase } from '../../../../tools/conformance/losses';
import { Dice, dice } from './dice';
import golden from './losses.golden.json';

describe('Dice', () => {
  goldenTests(golden, 'Dice', runLossCase);

  test('prints what the documentation of dice says', () => {
    expectClose(dice(tf.tensor1d([1, 1, 0]), tf.tensor1d([1, 0, 0])), 0.3333, { rtol: 0, atol: 6e-5 });
  });

  test('prints what the documentation of Dice says', () => {
    expectClose(new Dice().apply(tf.tensor1d([1, 1, 0]), tf.tensor1d([1, 0, 0])), 0.3333, { rtol: 0, atol: 6e-5 });
  });

  test('refuses an option it does not know', () => {
    expect(() => new Dice({ unknownOption: 1 } as never)).toThrow(/Dice: .* Received: `unknownOption`/);
  });
});
