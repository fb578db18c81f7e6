import { expectClose } from '@tenlab/testing';
import * as tf from '@tensorflow/tfjs-core';
import { describe, expect, test } from 'vitest';
import { goldenTests } from '../../../../tools/conformance/golden-tests';
import { runRegularizerCase } from '../../../../tools/conformance/regularizers';
import { OrthogonalRegularizer } from './orthogonal-regularizer';
import golden from './regularizers.golden.json';

describe('OrthogonalRegularizer', () => {
  goldenTests(golden, 'OrthogonalRegularizer', runRegularizerCase);

  test('prints what the documentation of OrthogonalRegularizer says', () => {
    expectClose(
      new OrthogonalRegularizer({ factor: 1 }).apply(
        tf.tensor2d([
          [1, 0],
          [1, 1],
        ]),
      ),
      Math.SQRT1_2,
      { rtol: 0, atol: 6e-5 },
    );
  });

  test('refuses an option it does not know', () => {
    expect(() => new OrthogonalRegularizer({ unknownOption: 1 } as never)).toThrow(
      /OrthogonalRegularizer: .* Received: `unknownOption`/,
    );
  });
});
