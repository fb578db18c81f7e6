import { useBackend } from '@tenlab/core';
import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { goldenTests } from '../../../../../tools/conformance/golden-tests';
import { runPreprocessingCase } from '../../../../../tools/conformance/preprocessing';
import golden from './preprocessing.golden.json';
import { TextVectorization } from './text-vectorization';

beforeAll(async () => {
  await useBackend('cpu');
});

describe('TextVectorization', () => {
  goldenTests(golden, 'TextVectorization', runPreprocessingCase);

  test('keeps its form when it is made from its config', () => {
    const layer = new TextVectorization({});
    expect(TextVectorization.fromConfig(layer.getConfig()).getConfig()).toEqual(layer.getConfig());
  });

  test('refuses options that make no sense', () => {
    expect(() => new TextVectorization({ outputMode: 'count', outputSequenceLength: 3 })).toThrow(
      /may be given only with/,
    );
  });

  test('refuses an option it does not know', () => {
    expect(() => new TextVectorization({ unknownOption: 1 } as never)).toThrow(/Received: `unknownOption`/);
  });

  test('takes one text without a batch', () => {
    const layer = new TextVectorization({ vocabulary: ['the', 'fox'] });
    const text = tf.scalar('the red fox', 'string');
    expect(layer.apply<tf.Tensor>(text).arraySync()).toEqual([2, 1, 3]);
    expect(layer.computeOutputShape([])).toEqual([null]);
    const counts = new TextVectorization({ vocabulary: ['the', 'fox'], outputMode: 'count' });
    expect(counts.apply<tf.Tensor>(text).arraySync()).toEqual([1, 1, 1]);
  });
});
