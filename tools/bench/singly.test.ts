import { expect, test } from 'vitest';
import { mnistCnn } from './nets/mnist-cnn';
import { CannotError, type Participant, type ParticipantName } from './participant';
import { measureMemory, measureStart, type Start } from './singly';

/** Participants that note what they are asked; `cannot` fails to train. */
function fakes(cannot?: ParticipantName) {
  const asked: string[] = [];
  const start: Start = async (name) => {
    asked.push(`start ${name}`);
    return {
      name,
      version: `${name} 1.0`,
      startedAt: performance.now() - 500,
      build: async ({ steps }: { steps: number }) => asked.push(`build ${steps}`),
      train: async (epochs: number) => {
        asked.push(`train ${epochs}`);
        if (name === cannot) throw new CannotError(name, 'no such kernel');
      },
      predict: async (repeats: number) => asked.push(`predict ${repeats}`),
      peakMemory: async () => (name === 'ours' ? 150 : 700),
      end: async () => asked.push('end'),
    } as unknown as Participant;
  };
  return { asked, start };
}

test('memory: each trains whole in a process of its own, one after the other', async () => {
  const { asked, start } = fakes();
  const names = ['ours', 'keras-tensorflow'] as const;
  const singles = await measureMemory(mnistCnn, names, { threads: 2 }, { steps: 200, epochs: 3 }, start);
  const run = ['build 200', 'train 3', 'predict 1', 'end'];
  expect(asked).toEqual(['start ours', ...run, 'start keras-tensorflow', ...run]);
  expect(Object.fromEntries(singles)).toEqual({
    ours: { version: 'ours 1.0', values: [150] },
    'keras-tensorflow': { version: 'keras-tensorflow 1.0', values: [700] },
  });
});

test('start: fresh processes in turns, the first of each not counted', async () => {
  const { asked, start } = fakes();
  const singles = await measureStart(mnistCnn, ['ours', 'keras-jax'], { threads: 2 }, 2, start);
  expect(asked.filter((what) => what.startsWith('start'))).toEqual(
    Array.from({ length: 3 }, () => ['start ours', 'start keras-jax']).flat(),
  );
  expect(asked.filter((what) => what === 'end')).toHaveLength(6);
  const { values = [] } = singles.get('ours') ?? {};
  expect(values).toHaveLength(2);
  for (const value of values) expect(value).toBeGreaterThanOrEqual(500);
});

test('who cannot train is asked once, ended, and says why', async () => {
  const { asked, start } = fakes('tfjs-wasm');
  const singles = await measureStart(mnistCnn, ['ours', 'tfjs-wasm'], { threads: 2 }, 3, start);
  expect(singles.get('tfjs-wasm')).toEqual({
    version: 'tfjs-wasm 1.0',
    values: [],
    cannot: 'tfjs-wasm: no such kernel',
  });
  expect(asked.filter((what) => what === 'start tfjs-wasm')).toHaveLength(1);
  expect(asked.filter((what) => what === 'end')).toHaveLength(5);
});

test('a real process', async () => {
  const net = { ...mnistCnn, batch: 2, layers: [['Flatten', {}] as const, ['Dense', { units: 10 }] as const] };
  const names = ['tfjs-wasm'] as const;
  const memory = await measureMemory(net, names, { threads: 1 }, { steps: 2, epochs: 1 });
  expect(memory.get('tfjs-wasm')?.values[0]).toBeGreaterThan(40);
  const started = await measureStart(net, names, { threads: 1 }, 1);
  expect(started.get('tfjs-wasm')?.values[0]).toBeGreaterThan(10);
});
