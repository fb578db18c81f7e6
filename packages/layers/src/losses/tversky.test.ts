import { expectClose } from '@tenlab/testing';
import * as tf from '@tensorflow/tfjs-core';
import { describe, expect, test } from 'vitest';
import { goldenTests } from '../../../../tools/conformance/golden-tests';
import { runLossCase } from '../../../../tools/conformance/losses';
import golden from './losses.golden.json';
import { Tversky, tversky } from './tversky';

describe('Tversky', () => {
  goldenTests(golden, 'Tversky', runLossCase);

  test('prints what the documentation of tversky says', () => {
    expectClose(tversky(tf.tensor1d([1, 1, 0]), tf.tensor1d([1, 0, 0])), 0.3333, { rtol: 0, atol: 6e-5 });
  });

  test('prints what the documentation of Tversky says', () => {
    expectClose(new Tversky().apply(tf.tensor1d([1, 1, 0]), tf.tensor1d([1, 0, 0])), 0.3333, { rtol: 0, atol: 6e-5 });
  });

  test('refuses an option it does not know', () => {
    expect(() => new Tversky({ unknownOption: 1 } as never)).toThrow(/Tversky: .* Received: `unknownOption`/);
  });
});
