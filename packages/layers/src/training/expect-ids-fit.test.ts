import { useBackend } from '@tenlab/core';
import { beforeAll, describe, expect, test } from 'vitest';
import { Concatenate, Dense, Embedding, Flatten, Input, Model, Sequential } from '../index';
import { ArraySource } from './data/array-source';
import { expectIdsFit } from './expect-ids-fit';

beforeAll(async () => {
  await useBackend('cpu');
});

const source = (rows: number[][]) => ArraySource.from('fit', 'x', rows);
const embedding = (inputDim: number, name: string) => new Embedding({ inputDim, outputDim: 2, name });

// What fit, evaluate and predict make of it is in bad-data.test.ts.
describe('expectIdsFit', () => {
  test('looks at each input that goes straight into an embedding, and at no other', () => {
    const [left, right] = [Input({ shape: [1], name: 'left' }), Input({ shape: [1], name: 'right' })];
    const features = Input({ shape: [1], name: 'features' });
    const joined = new Concatenate().apply([
      new Flatten().apply(embedding(3, 'small').apply(left)),
      new Flatten().apply(embedding(9, 'large').apply(right)),
      features,
    ]);
    const model = new Model({ inputs: [left, right, features], outputs: new Dense({ units: 1 }).apply(joined) });
    expect(() => expectIdsFit('fit', model, [source([[2]]), source([[8]]), source([[-7]])])).not.toThrow();
    expect(() =>
      expectIdsFit('fit', model, [source([[2]]), source([[9]]), source([[0]])]),
    ).toThrowErrorMatchingInlineSnapshot(
      `[TenlabError: fit, Embedding 'large': ids must be whole numbers from 0 to 8. Received: 9 in sample 0. Give the layer an \`inputDim\` of one more than the largest id, or map rare ids to one.]`,
    );
    const byName = { features: source([[0]]), left: source([[3]]), right: source([[0]]) };
    expect(() => expectIdsFit('fit', model, byName)).toThrow(/small.*Received: 3 in sample 0/);
  });

  test('knows the first layer of a stack that has no graph yet', () => {
    const model = new Sequential([embedding(3, 'words')]);
    expect(() =>
      expectIdsFit(
        'fit',
        model,
        source([
          [0, 1],
          [2, 3],
        ]),
      ),
    ).toThrow(/words.*Received: 3 in sample 1/);
    expect(() => expectIdsFit('fit', new Sequential([new Dense({ units: 1 })]), source([[99]]))).not.toThrow();
  });
});
