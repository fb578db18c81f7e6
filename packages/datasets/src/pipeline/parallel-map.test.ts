import { execFileSync } from 'node:child_process';
import { describe, expect, it, vi } from 'vitest';
import { expectResumable } from '../testing/expect-resumable';
import { Dataset } from './dataset';

const source = '(x, { index, pass }) => [x, index, pass]';

describe('parallelMap', () => {
  it('keeps the order, whoever is done first', async () => {
    const slow = 'async (x) => { await new Promise((later) => setTimeout(later, x)); return x; }';
    const values = [30, 1, 20, 2, 10, 3];
    const data = Dataset.fromArrays(values).parallelMap({ source: slow }, { workers: 3 });
    expect(await data.toArray()).toEqual(values);
    expect(data.size).toBe(6);
  });

  it('goes on exactly where it was, whatever the threads had begun beyond', () =>
    expectResumable(() =>
      Dataset.fromArrays([1, 2, 3]).shuffle(2, { seed: 1 }).parallelMap({ source }, { workers: 1 }),
    ));

  it('passes on the error of an element, and can begin again', async () => {
    const data = Dataset.fromArrays([1, 2]).parallelMap({
      source: '(x) => { if (x === 2) throw new Error("two"); return x; }',
    });
    const iterator = data.iterate();
    expect((await iterator.next()).value).toBe(1);
    await expect(iterator.next()).rejects.toThrow('two');
    expect((await data.iterate().next()).value).toBe(1);
  });

  it('lets the process end', () => {
    const program = `
      const { WorkerPool } = await import('./packages/datasets/src/pipeline/worker-pool.ts');
      const pool = new WorkerPool({ source: '(x) => x + 1' }, 2);
      console.log(await pool.run(1, {}));`;
    const out = execFileSync(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', program], {
      encoding: 'utf8',
      timeout: 100_000,
    });
    expect(out).toBe('2\n');
  });

  it('needs Node', () => {
    vi.stubGlobal('process', undefined);
    expect(() => Dataset.fromArrays([1]).parallelMap({ source })).toThrow('Use `map` in a browser.');
    vi.unstubAllGlobals();
  });
});
