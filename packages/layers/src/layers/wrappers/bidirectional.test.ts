import { useBackend } from '@tenlab/core';
import { beforeAll, describe, expect, test } from 'vitest';
import { goldenTests } from '../../../../../tools/conformance/golden-tests';
import { runLayerCase } from '../../../../../tools/conformance/layers';
import { Dense } from '../core/dense';
import { Bidirectional } from './bidirectional';
import golden from './wrappers.golden.json';
import '../index';
import { LSTM } from '../recurrent/lstm';

beforeAll(async () => {
  await useBackend('cpu');
});

describe('Bidirectional', () => {
  goldenTests(golden, 'Bidirectional', runLayerCase);

  test('refuses two layers that go the same way or differ in what they return', () => {
    const layer = new LSTM({ units: 2 });
    expect(() => new Bidirectional({ layer, backwardLayer: new LSTM({ units: 2 }) })).toThrow(
      /one layer must go forwards/,
    );
    const other = new LSTM({ units: 2, goBackwards: true, returnState: true });
    expect(() => new Bidirectional({ layer, backwardLayer: other })).toThrow(/must have the same `returnState`/);
    expect(() => new Bidirectional({ layer: new Dense({ units: 1 }) } as never)).toThrow(/must be a recurrent layer/);
  });

  test('refuses an option it does not know', () => {
    expect(() => new Bidirectional({ layer: new LSTM({ units: 2 }), unknownOption: 1 } as never)).toThrow(
      /Received: `unknownOption`/,
    );
  });
});
