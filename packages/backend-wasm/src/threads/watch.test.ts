import { expect, test } from 'vitest';
import { control } from './layout';
import { watchfulImports } from './watch';

const memory = () => new WebAssembly.Memory({ initial: 1, maximum: 1, shared: true });

test('sleeping ends with an error when a worker has left its number', () => {
  const shared = memory();
  const imports = watchfulImports(shared, () => 64);
  new Int32Array(shared.buffer)[16 + control.failed] = 3;
  const sleep = imports.sleep as (address: number, value: number) => void;
  expect(() => sleep(64 + control.opened * 4, 0)).toThrowErrorMatchingInlineSnapshot(
    `[TenlabError: wasm backend: all worker threads to finish their share. Received: thread 3 stopped with an error. Start the program again; with TENLAB_THREADS=1 it runs without workers. If it happens again, report it with the step that ran.]`,
  );
});

test('sleeping comes back when the word has changed already', () => {
  const shared = memory();
  const sleep = watchfulImports(shared, () => 64).sleep as (address: number, value: number) => void;
  new Int32Array(shared.buffer)[21] = 5;
  const start = performance.now();
  sleep(84, 4);
  expect(performance.now() - start).toBeLessThan(400);
});
