import { useBackend } from '@tenlab/core';
import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { goldenTests } from '../../../../../tools/conformance/golden-tests';
import { runLayerCase } from '../../../../../tools/conformance/layers';
import { GRUCell } from './gru-cell';
import golden from './recurrent.golden.json';
import { RNN } from './rnn';

beforeAll(async () => {
  await useBackend('cpu');
});

describe('RNN', () => {
  goldenTests(golden, 'RNN', runLayerCase);

  test('refuses what is no cell, and another batch where it is stateful', () => {
    expect(() => new RNN({ cell: 3 } as never)).toThrow(/a cell must be an RNNCell/);
    const layer = new RNN({ cell: new GRUCell({ units: 2 }), stateful: true });
    layer.apply(tf.zeros([2, 3, 1]));
    expect(() => layer.apply(tf.zeros([3, 3, 1]))).toThrow(/each batch must have 2 sequences/);
  });

  test('refuses an option it does not know', () => {
    expect(() => new RNN({ cell: new GRUCell({ units: 2 }), unknownOption: 1 } as never)).toThrow(
      /Received: `unknownOption`/,
    );
  });
});
