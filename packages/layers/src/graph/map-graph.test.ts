import { useBackend } from '@tenlab/core';
import { beforeAll, describe, expect, test } from 'vitest';
import { Dense, Input } from '../layers/index';
import type { KerasTensor } from './keras-tensor';
import { mapGraph } from './map-graph';

beforeAll(async () => {
  await useBackend('cpu');
});

const dense = (name: string, x: KerasTensor) => new Dense({ units: 2, name }).apply(x);
const names = (inputs: KerasTensor[], outputs: KerasTensor[]) =>
  mapGraph('m', inputs, outputs).operations.map(({ name }) => name);

describe('mapGraph', () => {
  test('orders operations by their distance from the outputs', () => {
    const x = Input({ shape: [2], name: 'x' });
    const long = dense('c', dense('b', dense('a', x)));
    const short = dense('s', x);
    // `c` and `s` make outputs: they are as near, in the order of the outputs.
    expect(names([x], [short, long])).toEqual(['x', 'a', 'b', 's', 'c']);
    expect(names([x], [long, short])).toEqual(['x', 'a', 'b', 'c', 's']);
  });

  test('puts a shared layer where its farthest call is, as Keras does', () => {
    const x = Input({ shape: [2], name: 'x' });
    const shared = new Dense({ units: 2, name: 'shared' });
    const far = dense('after', shared.apply(x));
    const near = shared.apply(dense('before', x));
    expect(names([x], [far, near])).toEqual(['x', 'shared', 'before', 'after']);
  });

  test('keeps inputs that nothing uses', () => {
    const [x, unused] = [Input({ shape: [2], name: 'x' }), Input({ shape: [1], name: 'unused' })];
    expect(names([x, unused], [dense('d', x)])).toEqual(['x', 'unused', 'd']);
  });

  test('stops at inputs that are computed by layers', () => {
    const x = Input({ shape: [2], name: 'x' });
    const middle = dense('a', x);
    expect(names([middle], [dense('b', middle)])).toEqual(['b']);
  });
});
