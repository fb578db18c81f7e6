import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { saveTensors } from '@tenlab/checkpoint';
import { afterAll, describe, expect, it } from 'vitest';
import { captured } from '../testing/captured';
import { ckpt } from './ckpt';
import { Screen } from './screen';

const folder = mkdtempSync(join(tmpdir(), 'tenlab-ckpt-'));
afterAll(() => rmSync(folder, { recursive: true }));
const path = (name: string) => join(folder, name);
const save = (name: string, ...values: number[]) =>
  saveTensors(
    new Map([['dense/kernel', { dtype: 'float32', shape: [values.length], data: Float32Array.from(values) }]]),
    path(name),
  );
const run = (action: string, paths: string[], json = false) =>
  captured(() => ckpt(action, paths.map(path), new Screen({ json })));
const events = (out: string) =>
  out
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));

describe('tenlab ckpt', () => {
  it('lists tensors, to people and to programs', async () => {
    await save('a.safetensors', 1, 2);
    expect((await run('ls', ['a.safetensors'])).out).toMatch(
      /safetensors, 1 tensors\n {2}dense\/kernel {2}float32 {2}\[2\]\n/,
    );
    const { out } = await run('ls', ['a.safetensors'], true);
    expect(events(out)[1]).toEqual({ event: 'tensor', name: 'dense/kernel', dtype: 'float32', shape: [2] });
  });

  it('converts from one format to another, and finds both the same', async () => {
    await save('a.safetensors', 1, 2);
    expect((await run('convert', ['a.safetensors', 'b.ckpt'])).result).toBe(0);
    const { result, out } = await run('diff', ['a.safetensors', 'b.ckpt']);
    expect([result, out]).toEqual([0, expect.stringContaining('The same.')]);
  });

  it('tells what differs, and exits with 1', async () => {
    await save('a.npz', 1, 2);
    await save('c.npz', 1, 2.5);
    await save('d.npz', 1);
    const { result, out } = await run('diff', ['a.npz', 'c.npz'], true);
    expect(result).toBe(1);
    expect(events(out)).toEqual([
      { event: 'difference', name: 'dense/kernel', kind: 'values', largest: 0.5 },
      { event: 'end', differences: 1 },
    ]);
    expect((await run('diff', ['a.npz', 'd.npz'])).out).toContain('float32 [2] and float32 [1]');
  });

  it('wants the right number of files, and an action it knows', async () => {
    await expect(run('diff', ['a.npz'])).rejects.toMatchObject({ code: 'usage' });
    await expect(run('rm', ['a.npz'])).rejects.toMatchObject({ code: 'usage' });
  });
});
