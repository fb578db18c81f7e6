import { expect, test } from 'vitest';
import { measure } from './measure';
import { fashionDense } from './nets/fashion-dense';
import { CannotError, type Participant, type ParticipantName } from './participant';

interface FakeOptions {
  readonly params?: number;
  readonly ms?: number;
  readonly loss?: number;
  readonly cannot?: 'build' | 'train';
}

/** Participants that note what they are asked, and that nobody else was being asked at the same time. */
function fakes() {
  const asked: string[] = [];
  let busy = false;
  const fake = (name: ParticipantName, { params = 10, ms = 50, loss = 1, cannot }: FakeOptions = {}) => {
    const ask = async <T>(what: string, answer: T): Promise<T> => {
      expect(busy).toBe(false);
      busy = true;
      await Promise.resolve();
      busy = false;
      asked.push(`${name} ${what}`);
      if (cannot !== undefined && what.startsWith(cannot)) throw new CannotError(name, 'no such kernel');
      return answer;
    };
    return {
      name,
      version: `${name} 1.0`,
      build: ({ steps }: { steps: number }) => ask(`build ${steps}`, { params }),
      train: (epochs: number) => ask(`train ${epochs}`, { ms, loss }),
      predict: (repeats: number) => ask(`predict ${repeats}`, { ms: ms / 2 }),
    } as unknown as Participant;
  };
  return { asked, fake };
}

test('all take turns on data of one size, in the opposite order of the last round', async () => {
  const { asked, fake } = fakes();
  const participants = [fake('ours', { ms: 25 }), fake('keras-jax', { ms: 100 })];
  const times = await measure(fashionDense, participants, { rounds: 2, turn: 1000 });
  const warm = (name: string) =>
    ['build 4', 'predict 1', 'predict 2', 'train 2', 'train 2'].map((what) => `${name} ${what}`);
  expect(asked).toEqual([
    ...warm('ours'),
    ...warm('keras-jax'),
    // The slowest takes 100 ms a step: ten steps make a turn of a second. Who is faster goes over the data more often.
    'ours build 10',
    'keras-jax build 10',
    'ours train 4',
    'keras-jax train 1',
    'ours predict 8',
    'keras-jax predict 2',
    'keras-jax train 1',
    'ours train 4',
    'keras-jax predict 2',
    'ours predict 8',
  ]);
  expect(times.get('ours')).toEqual({ version: 'ours 1.0', train: [25, 25], predict: [12.5, 12.5] });
});

test('who cannot train still predicts, and says why', async () => {
  const { fake } = fakes();
  const participants = [fake('ours'), fake('tfjs-wasm', { cannot: 'train' }), fake('tfjs-node', { cannot: 'build' })];
  const times = await measure(fashionDense, participants, { rounds: 1, turn: 1000 });
  expect(times.get('tfjs-wasm')).toMatchObject({ train: [], predict: [25], cannot: 'tfjs-wasm: no such kernel' });
  expect(times.get('tfjs-node')).toMatchObject({ train: [], predict: [], cannot: 'tfjs-node: no such kernel' });
});

test('different nets, and a loss that is no number, are errors', async () => {
  const { fake } = fakes();
  const effort = { rounds: 1, turn: 100 };
  await expect(measure(fashionDense, [fake('ours'), fake('keras-jax', { params: 11 })], effort)).rejects.toThrow(
    'fashion-dense: all participants must build the same net. Received weights: ours 10, keras-jax 11.',
  );
  await expect(measure(fashionDense, [fake('ours', { loss: Number.NaN })], effort)).rejects.toThrow(
    'ours: the loss must be a number. Received: NaN.',
  );
});
