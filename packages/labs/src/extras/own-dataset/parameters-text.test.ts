import { useBackend } from '@tenlab/core';
import { Dense, Sequential } from '@tenlab/layers';
import * as tf from '@tensorflow/tfjs-core';
import { expect, it } from 'vitest';
import { parametersText } from './parameters-text';

it('writes every parameter, with name and shape', async () => {
  await useBackend('cpu');
  const model = new Sequential([new Dense({ units: 2, name: 'last', inputShape: [1] })], { name: 'net' });
  model.setWeights([tf.tensor2d([[0.5, -1]]), tf.tensor1d([2, 0.25])]);
  const lines = (await parametersText(model)).split('\n');
  expect(lines[0]).toMatch(/last\/kernel \[1, 2\]$/);
  expect(lines.slice(1)).toEqual(['0.5 -1', expect.stringMatching(/last\/bias \[2\]$/), '2 0.25', '']);
});
