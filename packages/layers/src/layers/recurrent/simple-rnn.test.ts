import { useBackend } from '@tenlab/core';
import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { goldenTests } from '../../../../../tools/conformance/golden-tests';
import { runLayerCase } from '../../../../../tools/conformance/layers';
import { runStatefulCase } from '../../../../../tools/conformance/stateful';
import golden from './recurrent.golden.json';
import { SimpleRNN } from './simple-rnn';

beforeAll(async () => {
  await useBackend('cpu');
});

describe('SimpleRNN', () => {
  goldenTests({ cases: golden.cases.filter(({ kind }) => kind === 'layer') }, 'SimpleRNN', runLayerCase);
  goldenTests({ cases: golden.cases.filter(({ kind }) => kind === 'stateful') }, 'SimpleRNN', runStatefulCase);

  test('keeps its form when it is made from its config', () => {
    const layer = new SimpleRNN({ units: 3, dropout: 0.25, returnSequences: true, goBackwards: true });
    expect(SimpleRNN.fromConfig(layer.getConfig()).getConfig()).toEqual(layer.getConfig());
  });

  test('names itself where an option or the input is wrong', () => {
    expect(() => new SimpleRNN({ units: -3, name: 'memory' })).toThrow(
      /^SimpleRNN 'memory': `units` must be a positive integer. Received: -3/,
    );
    expect(() => new SimpleRNN({ units: 2, name: 'memory' }).apply(tf.zeros([2, 3]))).toThrow(
      /^SimpleRNN 'memory': the input must have 3 axes/,
    );
    const states = [tf.zeros([1, 5])];
    expect(() => new SimpleRNN({ units: 2 }).apply(tf.zeros([1, 3, 2]), { initialState: states })).toThrow(
      /`initialState` must be states/,
    );
  });

  test('drops the same at every step, and nothing outside training', () => {
    const layer = new SimpleRNN({ units: 2, dropout: 0.5, recurrentDropout: 0.5, seed: 1 });
    const x = tf.ones([1, 4, 3]);
    const [a, b] = [layer.apply(x).dataSync(), layer.apply(x).dataSync()];
    expect(a).toEqual(b);
    expect(layer.apply(x, { training: true }).dataSync()).not.toEqual(a);
  });

  test('leaves no tensor behind', () => {
    const x = tf.ones([2, 3, 2]);
    const before = tf.memory().numTensors;
    const layer = new SimpleRNN({ units: 2, stateful: true, dropout: 0.5 });
    layer.apply(x, { training: true }).dispose();
    layer.resetStates();
    layer.dispose();
    expect(tf.memory().numTensors).toBe(before);
  });

  test('refuses an option it does not know', () => {
    expect(() => new SimpleRNN({ units: 1, unknownOption: 1 } as never)).toThrow(/Received: `unknownOption`/);
  });
});
