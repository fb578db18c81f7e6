import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { expectResumable } from '../testing/expect-resumable';
import { Dataset } from './dataset';

let folder = '';
let path = '';

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tenlab-cache-'));
  path = join(folder, 'elements');
});
afterEach(() => rmSync(folder, { recursive: true }));

const elements = [
  [{ data: Uint8Array.of(1, 2), shape: [2] }, 'a'],
  [{ data: Float32Array.of(0.5), shape: [1] }, 'ß'],
  [{ data: new Uint8Array(), shape: [0] }, ''],
];
const make = () => Dataset.fromIterable(elements).cache(path);

describe('cache in a file', () => {
  it('is found by another process, which asks nothing of what comes before', async () => {
    expect(await make().toArray()).toEqual(elements);
    expect(readdirSync(folder)).toEqual(['elements']);
    const other = Dataset.fromArrays([0, 0, 0]).cache(path);
    expect(await other.toArray()).toEqual(elements);
    expect(other.size).toBe(3);
  });

  it('is not there before a pass is whole, and leaves nothing half written', async () => {
    for await (const _ of make()) break;
    expect(readdirSync(folder)).toEqual([]);
    const failing = Dataset.fromGenerator(function* () {
      yield 1;
      throw new Error('no more');
    }).cache(path);
    await expect(failing.toArray()).rejects.toThrow('no more');
    expect(existsSync(path)).toBe(false);
  });

  it('goes on exactly where it was', async () => {
    let number = 0;
    await expectResumable(() => Dataset.fromIterable(elements).cache(join(folder, String(number++))));
    await make().toArray();
    await expectResumable(make);
  });

  it('refuses what another pipeline wrote', async () => {
    await make().toArray();
    expect(() => Dataset.fromArrays([1]).cache(path)).toThrow(
      'what this pipeline gives (arrays(1)). Received: what another gave (arrays(3))',
    );
  });

  it('refuses every file cut short, and every element with a wrong byte', async () => {
    await make().toArray();
    const whole = readFileSync(path);
    for (let length = 0; length < whole.length; length++) {
      writeFileSync(path, whole.subarray(0, length));
      expect(make, `${length} bytes`).toThrow(expect.objectContaining({ code: 'invalid-file', place: path }));
    }
    for (let at = 0; at < whole.length; at++) {
      const damaged = Buffer.from(whole);
      damaged[at]! ^= 1;
      writeFileSync(path, damaged);
      await expect(async () => make().toArray(), `byte ${at}`).rejects.toMatchObject({ name: 'TenlabError' });
    }
  });

  it('explains a place that cannot be written to', async () => {
    writeFileSync(path, '');
    await expect(Dataset.fromArrays([1]).cache(join(path, 'below')).toArray()).rejects.toMatchObject({
      code: 'not-a-folder',
    });
  });
});
