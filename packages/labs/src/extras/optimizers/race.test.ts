import { setSeed } from '@tenlab/core';
import { Adam } from '@tenlab/layers/handwritten';
import { expect, it } from 'vitest';
import { loadIris } from '../../labs/09-iris/iris-data';
import { arrayNetwork } from '../../labs/shared/array-network';
import { copyOf, judge, race } from './race';

it('learns, leaves the network it was copied from alone, and does the same again', async () => {
  const { train } = await loadIris({ offline: true });
  setSeed(1);
  const start = arrayNetwork([4, 10, 3]);
  const before = judge(start, train);
  const options = { epochs: 30, batchSize: 32, seed: 4, callbacks: [] };
  const run = () => race(copyOf(start), new Adam({ learningRate: 0.02 }), train, options);
  const history = await run();
  expect(history.loss).toHaveLength(30);
  expect(history.loss!.at(-1)!).toBeLessThan(before.loss / 2);
  expect(judge(start, train)).toEqual(before);
  expect(await run()).toEqual(history);
});
