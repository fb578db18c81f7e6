import { expect, it } from 'vitest';
import { tinyLab } from '../testing/tiny-lab';
import type { LabEvent } from './events';
import { type Home, type RunOutcome, runLab } from './run-lab';

const settings = { epochs: 1, batchSize: 1, seed: 5 };

function homeOf() {
  const kept = { events: [] as LabEvent[], outcomes: [] as RunOutcome[], weights: 0 };
  const home: Home = {
    command: 'tenlab',
    emit: (event) => void kept.events.push(event),
    keepWeights: async () => {
      kept.weights++;
      return ['weights.safetensors'];
    },
    keep: async (outcome) => {
      kept.outcomes.push(outcome);
      return ['report.html'];
    },
  };
  return { kept, home };
}

it('goes through a lab in the order of the course, and tells it', async () => {
  const { kept, home } = homeOf();
  const end = await runLab(tinyLab(), { settings, backend: 'cpu', language: 'zh' }, home);
  expect(kept.events.map((event) => event.event)).toEqual(['start', 'text', 'figure', 'end']);
  expect(kept.events[0]).toEqual({
    event: 'start',
    lab: 'tiny',
    backend: 'cpu',
    threads: 1,
    seed: 5,
    data: { name: 'nothing', source: 'nowhere', train: 4, test: 2 },
  });
  expect(kept.events[1]).toEqual({ event: 'text', text: '看' });
  expect(end).toEqual({
    event: 'end',
    test: { loss: 0.5 },
    seconds: expect.any(Number),
    weights_sha256: null,
    artifacts: ['report.html'],
  });
  expect(kept.outcomes[0]?.checks).toEqual([{ id: 'good', title: '小', passed: true, found: '小' }]);
});

it('keeps the weights even when what comes after training fails', async () => {
  const { kept, home } = homeOf();
  const predict = async () => {
    throw new RangeError('mine');
  };
  await expect(runLab({ ...tinyLab(), predict }, { settings, backend: 'cpu' }, home)).rejects.toThrow('mine');
  expect([kept.weights, kept.outcomes.length]).toEqual([1, 0]);
});

it('keeps nothing of a run that was stopped before training began', async () => {
  const { kept, home } = homeOf();
  const controller = new AbortController();
  const lab = { ...tinyLab(), explore: async () => controller.abort(new Error('enough')) };
  await expect(runLab(lab, { settings, backend: 'cpu', signal: controller.signal }, home)).rejects.toMatchObject({
    code: 'interrupted',
    message: expect.stringContaining('nothing to save'),
  });
  expect([kept.weights, kept.outcomes.length]).toEqual([0, 0]);
});

it('keeps what was learned when training is stopped, and says where', async () => {
  const { kept, home } = homeOf();
  const controller = new AbortController();
  const lab = tinyLab(async (_net, _data, { callbacks: [watch] }) => {
    watch?.onEpochBegin(0);
    await watch?.onTrainBatchEnd(2, {});
    controller.abort(new Error('enough'));
    await watch?.onTrainBatchEnd(3, {});
    return {};
  });
  await expect(
    runLab(lab, { settings, backend: 'cpu', signal: controller.signal }, home),
  ).rejects.toThrowErrorMatchingInlineSnapshot(
    `[TenlabError: Run: a run to its end. Received: a wish to stop, in epoch 1, step 4. What was learned is saved: weights.safetensors.]`,
  );
  expect([kept.weights, kept.outcomes.length]).toEqual([1, 0]);
});

it('lets the error of a lab through as it is', async () => {
  const { kept, home } = homeOf();
  const lab = tinyLab(async () => {
    throw new RangeError('mine');
  });
  await expect(runLab(lab, { settings, backend: 'cpu' }, home)).rejects.toThrow(new RangeError('mine'));
  expect([kept.weights, kept.outcomes.length]).toEqual([0, 0]);
});
