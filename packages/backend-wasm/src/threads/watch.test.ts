import { afterEach, expect, test } from 'vitest';
import { control } from './layout';
import type { PoolWorker } from './pool';
import { Watch, waiting } from './watch';

const address = 64 + control.opened * 4;
const usual = { ...waiting };

afterEach(() => {
  Object.assign(waiting, usual);
});

/** A watch over memory of its own, its control block at 64. */
function watch(workers: readonly PoolWorker[] = []) {
  const memory = new WebAssembly.Memory({ initial: 1, maximum: 1, shared: true });
  const made = new Watch(memory, () => 64, workers);
  const sleep = made.imports.sleep as (address: number, value: number) => void;
  return { words: new Int32Array(memory.buffer, 64), watch: made, sleep };
}

const worker = (ended: () => string | undefined): PoolWorker => ({ ended, terminate: async () => {} });

test('sleeping ends with an error when a worker has left its number', () => {
  const { words, sleep } = watch([worker(() => undefined), worker(() => 'RuntimeError: unreachable')]);
  words[control.failed] = 2;
  expect(() => sleep(address, 0)).toThrowErrorMatchingInlineSnapshot(
    `[TenlabError: wasm backend: all worker threads to finish their share. Received: thread 2 stopped: RuntimeError: unreachable. Start the program again; with TENLAB_THREADS=1 it runs without workers. If it happens again, report it with the step that ran.]`,
  );
});

test('sleeping comes back when the word has changed already', () => {
  waiting.lookEvery = 60_000;
  const { words, sleep } = watch();
  words[control.opened] = 5;
  const start = performance.now();
  sleep(address, 4);
  expect(performance.now() - start).toBeLessThan(60_000);
});

test('a worker that has ended without a word is found at the second look', () => {
  waiting.lookEvery = 1;
  const { watch: made, sleep } = watch([worker(() => undefined), worker(() => 'it was ended from outside')]);
  sleep(address, 0);
  expect(made.broken).toBe(false);
  expect(() => sleep(address, 0)).toThrow('Received: thread 2 stopped: it was ended from outside. Start');
  expect(made.broken).toBe(true);
  expect(() => made.expectWhole()).toThrow('Received: thread 2 stopped: it was ended from outside. Start');
});

test('workers that live but do not come are waited for two minutes at one barrier', () => {
  expect(waiting).toEqual({ lookEvery: 500, patience: 120_000 });
  Object.assign(waiting, { lookEvery: 1, patience: 10 });
  const { words, sleep } = watch([worker(() => undefined)]);
  for (let look = 0; look < 9; look++) sleep(address, 0);
  // The barrier opens: at the next one patience begins anew.
  words[control.opened] = 1;
  for (let look = 0; look < 10; look++) sleep(address, 1);
  expect(() => sleep(address, 1)).toThrow('Received: no answer from them for 0.01 seconds. Start');
});

test('only the first cause is told', () => {
  const { watch: made } = watch();
  expect(() => made.expectWhole()).not.toThrow();
  made.note('an earlier step ended with RangeError');
  made.note('something that follows from it');
  expect(() => made.expectWhole()).toThrow('Received: an earlier step ended with RangeError. Start');
});
