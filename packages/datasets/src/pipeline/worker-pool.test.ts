import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import { type WorkerFunction, WorkerPool } from './worker-pool';

const folder = mkdtempSync(join(tmpdir(), 'tenlab-workers-'));
const module = join(folder, 'work.mjs');
writeFileSync(
  module,
  `export default (x) => x + 1;
  export const twice = async (x, { index }) => x * 2 + index;
  export const fails = (x) => { throw new RangeError('too large: ' + x); };
  export const notData = () => () => 1;
  export const leaves = () => process.exit(3);
  export const list = [1];
  export const thread = async () => {
    await new Promise((later) => setTimeout(later, 5));
    return globalThis.id ??= Math.random();
  };
  export const image = (length) => ({ data: new Uint8Array(length).fill(7), shape: [length] });`,
);
afterAll(() => rmSync(folder, { recursive: true }));

async function run(work: WorkerFunction, elements: unknown[], count = 2): Promise<unknown[]> {
  const pool = new WorkerPool(work, count);
  try {
    return await Promise.all(elements.map((element, index) => pool.run(element, { index, pass: 0 })));
  } finally {
    await pool.close();
  }
}

describe('WorkerPool', () => {
  it('runs a function of a module, by path or address, and one given as text', async () => {
    expect(await run({ module }, [1, 2])).toEqual([2, 3]);
    expect(await run({ module: pathToFileURL(module), name: 'twice' }, [1, 2, 3])).toEqual([2, 5, 8]);
    expect(await run({ source: 'function (x) { return x * x; }' }, [2, 3])).toEqual([4, 9]);
    expect(await run({ module, name: 'image' }, [3])).toEqual([{ data: Uint8Array.of(7, 7, 7), shape: [3] }]);
  });

  it('uses all its threads', async () => {
    const ids = await run({ module, name: 'thread' }, Array(40).fill(0), 2);
    expect(new Set(ids).size).toBe(2);
  });

  it.each<[WorkerFunction, string]>([
    [{ module: join(folder, 'none.mjs') }, 'Cannot find module'],
    [{ module, name: 'nothing' }, "Received: no function 'nothing', but default, "],
    [{ module, name: 'list' }, "no function 'list'"],
    [{ source: 'x => {' }, 'Received: '],
    [{ source: '3' }, 'Received: the source is number'],
  ])('says why %j cannot be loaded', async (work, message) => {
    await expect(run(work, [1])).rejects.toMatchObject({
      code: 'worker-function',
      message: expect.stringContaining(message),
    });
  });

  it('says what the function threw, for which element, and where', async () => {
    const error = (await run({ module, name: 'fails' }, [5]).catch((reason: unknown) => reason)) as Error;
    expect(error.message).toContain('Received: RangeError: too large: 5, for the 1th element it was given.');
    expect((error.cause as Error).stack).toContain('work.mjs:3');
  });

  it('says what cannot be sent, either way', async () => {
    await expect(run({ module }, [() => 1])).rejects.toThrow('elements that can be sent between threads');
    await expect(run({ module, name: 'notData' }, [1])).rejects.toThrow('could not be cloned');
  });

  it('says that a thread has ended', async () => {
    await expect(run({ module, name: 'leaves' }, [1])).rejects.toMatchObject({
      code: 'worker-died',
      received: 'it exited with code 3',
    });
  });
});
