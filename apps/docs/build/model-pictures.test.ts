import { useBackend } from '@tenlab/core';
import { Dense, Sequential } from '@tenlab/layers';
import { expect, it } from 'vitest';
import { modelPictures } from './model-pictures';

const network = (units: number) => new Sequential([new Dense({ units, inputShape: [4] }), new Dense({ units: 3 })]);

it('draws a model, and of models that are built alike the first', async () => {
  await useBackend('cpu');
  expect((await modelPictures('iris', network(8))).map(({ name, layers }) => [name, layers])).toEqual([
    ['iris', 'Dense, Dense'],
  ]);
  const several = await modelPictures('iris', { one: network(8), twin: network(8), other: network(9) });
  expect(several.map(({ name }) => name)).toEqual(['one', 'other']);
  expect(several[0]?.svg).toMatch(/^<svg /);
});
