import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import * as tf from '@tensorflow/tfjs-core';
import { afterEach, describe, expect, test } from 'vitest';
import { Opcode } from '../../assembly/program/opcodes';
import { startWasm, stopWasm } from '../index';
import { instruction } from '../program/instruction';
import { withRawWorkers } from '../testing/raw-workers';
import type { WasmBackend } from '../wasm-backend';
import { waiting } from './watch';

const usual = { ...waiting };

afterEach(async () => {
  Object.assign(waiting, usual);
  await stopWasm();
});

const backend = () => tf.backend() as unknown as WasmBackend;

/** A product large enough for all threads. */
const work = () => tf.tidy(() => tf.matMul(tf.ones([300, 200]), tf.ones([200, 100])).dataSync()[0]);

/** What an action throws, which has to come long before the two minutes for which workers that live are waited for. */
function thrownSoon(action: () => unknown): Error & { code?: string } {
  const start = performance.now();
  try {
    action();
  } catch (error) {
    expect(performance.now() - start, 'milliseconds until it throws').toBeLessThan(60_000);
    return error as Error;
  }
  return expect.fail('it must throw');
}

const started = (threads: number, text?: (given: string) => string) =>
  withRawWorkers(async (workers) => {
    await startWasm({ threads });
    return [...workers];
  }, text);

describe.each([2, 3])('with %i threads', (threads) => {
  test('a worker that ended before a program is told at once, at every program, and by a compiled step', async () => {
    const workers = await started(threads);
    const double = backend().compile((x) => tf.matMul(x!, x!));
    const x = tf.ones([200, 200]);
    for (let i = 0; i < 5; i++) tf.dispose(double(x) as tf.Tensor);
    await workers.at(-1)!.terminate();
    const error = thrownSoon(work);
    expect(error.code).toBe('worker-died');
    expect(error.message).toBe(
      `wasm backend: all worker threads to finish their share. Received: thread ${threads - 1} stopped: it was ended from outside. Start the program again; with TENLAB_THREADS=1 it runs without workers. If it happens again, report it with the step that ran.`,
    );
    expect(thrownSoon(work).message).toBe(error.message);
    expect(thrownSoon(() => double(x)).message).toBe(error.message);
  });

  test('a worker that ends while its program runs is missed at the barrier', async () => {
    const workers = await started(threads);
    expect(work()).toBe(200);
    // Not waited for: it dies while thread 0 is busy, and no event tells.
    void workers[0]!.terminate();
    expect(thrownSoon(work).message).toContain('Received: thread 1 stopped: it was ended from outside.');
  });

  test('an error inside a worker is told with its text', async () => {
    await started(threads);
    const { device } = backend();
    const half = 1 << 20;
    // Thread 0's share ends where the memory does; the others' lies behind it.
    const from = device.memory.buffer.byteLength - half;
    const share = half / 4;
    const beyond = instruction(Opcode.Fill, [from, share * threads, 1], 1e9);
    expect(thrownSoon(() => device.execute(beyond)).message).toMatch(
      /Received: thread [12] stopped: RuntimeError: memory access out of bounds\./,
    );
    expect(thrownSoon(work).message).toMatch(/Received: thread [12] stopped: RuntimeError/);
  });

  test('an error in thread 0 leaves the others waiting: later programs are refused', async () => {
    await started(threads);
    const { device } = backend();
    const beyond = instruction(Opcode.Fill, [device.memory.buffer.byteLength, 4, 1], 1e9);
    expect(thrownSoon(() => device.execute(beyond)).message).toBe('memory access out of bounds');
    expect(thrownSoon(work).message).toMatch(/Received: (an earlier step ended with|thread \d stopped:) RuntimeError/);
  });
});

test('a worker that is stuck is given up after a while, and can be stopped', async () => {
  Object.assign(waiting, { lookEvery: 50, patience: 200 });
  await started(2, () => "require('node:worker_threads').parentPort.postMessage('ready'); for (;;) {}");
  expect(thrownSoon(work).message).toContain('Received: no answer from them for 0.2 seconds.');
});

test('started again after a worker died, the backend computes', async () => {
  const [worker] = await started(2);
  await worker!.terminate();
  thrownSoon(work);
  await startWasm({ threads: 2 });
  expect(work()).toBe(200);
});

test.each([
  ["throw new Error('no room')", 'Error: no room'],
  ['process.exit(3)', 'it was ended from outside'],
])('a worker that cannot start is an error: %s', async (text, received) => {
  const start = started(3, (given) => (given.includes('workerMain') ? text : given));
  await expect(start).rejects.toMatchObject({ code: 'worker-failed', received });
});

test.each(['ended', 'stuck'])('a process whose worker is %s ends by itself, with the error', async (how) => {
  const script = fileURLToPath(new URL('../testing/lose-a-worker.ts', import.meta.url));
  const run = promisify(execFile)(process.execPath, ['--import', 'tsx', script, how], { timeout: 100_000 });
  await expect(run).rejects.toMatchObject({ code: 1, stderr: expect.stringContaining('all worker threads to finish') });
});
