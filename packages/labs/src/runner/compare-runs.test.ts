import { expect, it } from 'vitest';
import { type ComparedRun, compareRuns } from './compare-runs';
import type { EpochEvent } from './events';

const epoch = (number: number, metrics: object, model?: string) =>
  ({ event: 'epoch', epoch: number, ...(model && { model }), steps: 4, ms_per_step: number, ...metrics }) as EpochEvent;
const run = (name: string, seed: number, epochs: EpochEvent[]): ComparedRun => ({
  name,
  config: {
    lab: 'iris',
    state: 'finished',
    settings: { epochs: 2, batchSize: 32, seed },
    start: { backend: 'wasm', threads: 2, data: { name: 'iris', train: 120 } },
    test: { accuracy: 0.9667 },
    seconds: 74,
    weights_sha256: 'abcdef0123456789abcdef',
  },
  epochs,
});

it('puts what was run and what it came to side by side', () => {
  const { rows } = compareRuns(
    run('a', 1, [epoch(1, {}), epoch(3, {})]),
    { name: 'b', config: { lab: 'iris' }, epochs: [] },
    'en',
  );
  expect(rows.map(({ label, values }) => `${label}: ${values.join(' | ')}`).join('\n')).toMatchInlineSnapshot(`
    "lab: iris | iris
    state: finished | –
    epochs: 2 | –
    batch size: 32 | –
    seed: 1 | –
    backend: wasm | –
    threads: 2 | –
    data: iris | –
    training examples: 120 | –
    test accuracy: 0.9667 | –
    ms a step: 3 | –
    time: 1 min 14 s | –
    weights: abcdef0123456789 | –"
  `);
});

it('joins the curves that both have, of each model its own', () => {
  const one = run('a', 1, [
    epoch(1, { loss: 3, val_loss: 4 }, 'big'),
    epoch(2, { loss: 2, val_loss: 3 }, 'big'),
    epoch(1, { loss: 9 }, 'l2'),
  ]);
  const other = run('b', 2, [epoch(1, { loss: 5, mae: 1 }, 'big')]);
  expect(compareRuns(one, other, 'zh').curves).toEqual([
    { metric: 'loss', title: 'big loss', runs: { a: { loss: [3, 2], val_loss: [4, 3] }, b: { loss: [5], mae: [1] } } },
  ]);
});
