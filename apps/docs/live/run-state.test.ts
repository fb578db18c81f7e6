import { expect, it } from 'vitest';
import type { FromWorker } from '../worker/protocol';
import { emptyState, take } from './run-state';

const after = (...messages: FromWorker[]) => {
  const state = { ...emptyState(), phase: 'starting' as const };
  for (const message of messages) take(state, message);
  return state;
};
const start: FromWorker = {
  type: 'event',
  event: {
    event: 'start',
    lab: 'tiny',
    backend: 'wasm',
    threads: 2,
    seed: 1,
    data: { name: 'nothing', source: '', train: 4, test: 2 },
  },
};
const epoch = (number: number, loss: number): FromWorker => ({
  type: 'event',
  event: { event: 'epoch', epoch: number, steps: 4, ms_per_step: 1, loss, val_loss: loss + 1 },
});

it('follows a run from its start to its end', () => {
  const state = after(
    { type: 'download', received: 1, total: 2 },
    start,
    { type: 'progress', epoch: 1, step: 2, steps: 4, logs: { loss: 3 } },
    epoch(1, 2),
    { type: 'event', event: { event: 'text', text: 'seen' } },
    {
      type: 'event',
      event: { event: 'end', test: { accuracy: 0.9 }, seconds: 1, weights_sha256: null, artifacts: [] },
    },
  );
  expect(state).toMatchObject({
    phase: 'done',
    progress: { epoch: 1, step: 4, steps: 4 },
    metrics: { loss: 2, val_loss: 3, test_accuracy: 0.9 },
    texts: ['seen'],
    curves: [
      {
        name: 'loss',
        points: [
          [0.5, 3],
          [1, 2],
        ],
      },
      { name: 'val_loss', points: [[1, 3]] },
    ],
  });
  expect(state).not.toHaveProperty('download');
});

it('begins the curves anew for the second network of a lab', () => {
  const state = after(
    { type: 'progress', epoch: 9, step: 1, steps: 4, logs: { loss: 1 } },
    { type: 'progress', epoch: 1, step: 4, steps: 4, logs: { loss: 5 } },
  );
  expect(state.curves).toEqual([{ name: 'loss', points: [[1, 5]] }]);
});

it('keeps no more points than a screen has room for', () => {
  const many = Array.from({ length: 3000 }, (_, index) => epoch(index + 1, index));
  const { points } = after(start, ...many).curves[0]!;
  expect(points.length).toBeLessThanOrEqual(400);
  expect(points.at(-1)).toEqual([3000, 2999]);
});

it('tells each refused place once, and how a run failed', () => {
  const refused = { type: 'refused', what: 'fetch of https://example.com/' } as const;
  const state = after(refused, refused, { type: 'failed', code: 'code', message: 'x is not defined' });
  expect(state.refused).toEqual(['fetch of https://example.com/']);
  expect([state.phase, state.failure?.message]).toEqual(['failed', 'x is not defined']);
});

it('forgets why a drawing could not be read once it can', () => {
  const tiles = { width: 1, height: 1, count: 1, data: new Float32Array(1) };
  const state = after(
    { type: 'unread', message: 'blank' },
    { type: 'reading', probabilities: [1], classNames: ['0'], tiles },
  );
  expect(state.unread).toBeUndefined();
  expect(state.reading?.classNames).toEqual(['0']);
});
