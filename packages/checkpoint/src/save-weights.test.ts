import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Dense, Sequential } from '@tenlab/layers';
import * as tf from '@tensorflow/tfjs-core';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { decodeSafetensors } from './formats/safetensors/decode';
import { loadWeights } from './load-weights';
import { encodeWeights, saveWeights } from './save-weights';
import { smallModel, valuesOf } from './testing/models';

const folder = mkdtempSync(join(tmpdir(), 'tenlab-weights-'));

afterEach(() => vi.unstubAllGlobals());
afterAll(() => rmSync(folder, { recursive: true }));

describe('saveWeights', () => {
  it('writes tensors by path, with the configuration beside them', async () => {
    const model = smallModel();
    const path = join(folder, 'small.safetensors');
    await saveWeights(model, path);
    expect(readdirSync(folder)).toEqual(['small.safetensors']);
    const { tensors, metadata } = decodeSafetensors(readFileSync(path));
    expect([...tensors.keys()].sort()).toEqual(model.weights.map((weight) => weight.path).sort());
    for (const { path: name, shape, value } of model.weights) {
      expect(tensors.get(name)).toEqual({ dtype: 'float32', shape, data: value.dataSync() });
    }
    expect(metadata.get('format')).toBe('tenlab');
    expect(metadata.get('kind')).toBe('weights');
    expect(metadata.get('weight_order')).toBe(JSON.stringify(model.weights.map((weight) => weight.path)));
    expect(JSON.parse(metadata.get('model_config') ?? '')).toMatchObject({ class_name: 'Sequential' });
    model.dispose();
  });

  it('gives the same bytes for the same weights', async () => {
    const model = smallModel();
    expect(await encodeWeights(model)).toEqual(await encodeWeights(model));
    model.dispose();
  });

  it('leaves no tensor behind', async () => {
    const model = smallModel();
    const before = tf.memory().numTensors;
    await encodeWeights(model);
    expect(tf.memory().numTensors).toBe(before);
    model.dispose();
  });

  it('refuses a model without weights, another format, and a browser', async () => {
    const empty = new Sequential([new Dense({ units: 2 })]);
    await expect(saveWeights(empty, join(folder, 'a.safetensors'))).rejects.toMatchObject({ code: 'not-built' });
    const model = smallModel();
    await expect(saveWeights(model, join(folder, 'a.bin'))).rejects.toMatchObject({ code: 'unsupported-format' });
    vi.stubGlobal('process', undefined);
    await expect(saveWeights(model, 'a.safetensors')).rejects.toThrow('In a browser use encodeWeights');
    vi.unstubAllGlobals();
    model.dispose();
  });

  it.each([
    [
      'shards.weights.json',
      ['shards.weights.json', 'shards_00000.weights.h5', 'shards_00001.weights.h5', 'shards_00002.weights.h5'],
    ],
    [
      'shards.safetensors',
      [
        'shards-00001-of-00003.safetensors',
        'shards-00002-of-00003.safetensors',
        'shards-00003-of-00003.safetensors',
        'shards.safetensors.index.json',
      ],
    ],
  ])('divides weights among files of the size that is asked for: %s', async (name, files) => {
    const place = mkdtempSync(join(folder, 'shards-'));
    const model = smallModel();
    await saveWeights(model, join(place, name), { maxShardSize: 160 / 2 ** 30 });
    expect(readdirSync(place).sort()).toEqual(files);
    const values = valuesOf(model);
    for (const weight of model.weights) tf.tidy(() => weight.assign(tf.zeros(weight.shape)));
    const index = join(place, files.find((file) => file.endsWith('.json'))!);
    await loadWeights(model, index);
    expect(valuesOf(model)).toEqual(values);
    // A model of the same make, whose layers were named anew.
    const other = smallModel({ seed: 2 });
    await loadWeights(other, index);
    expect(valuesOf(other)).toEqual(values);
    other.dispose();
    model.dispose();
  });

  it('takes away the index of the files before, until all are new', async () => {
    const place = mkdtempSync(join(folder, 'torn-'));
    const model = smallModel();
    await saveWeights(model, join(place, 'a.weights.json'));
    // A file that cannot be written, for a folder is in its place.
    rmSync(join(place, 'a_00000.weights.h5'));
    mkdirSync(join(place, 'a_00000.weights.h5', 'full'), { recursive: true });
    await expect(saveWeights(model, join(place, 'a.weights.json'))).rejects.toMatchObject({ name: 'TenlabError' });
    expect(readdirSync(place)).toEqual(['a_00000.weights.h5']);
    model.dispose();
  });

  it('refuses a size of shards where there is one file, or that is none', async () => {
    const model = smallModel();
    const path = join(folder, 'a.weights.h5');
    await expect(saveWeights(model, path, { maxShardSize: 1 })).rejects.toThrow('this kind of file is written whole');
    await expect(saveWeights(model, join(folder, 'a.weights.json'), { maxShardSize: 0 })).rejects.toThrow(
      'a number above 0',
    );
    await expect(encodeWeights(model, 'a.weights.json')).rejects.toThrow('an index of several');
    expect(existsSync(join(folder, 'a.weights.json'))).toBe(false);
    model.dispose();
  });

  it('explains a folder that does not exist', async () => {
    const model = smallModel();
    await expect(saveWeights(model, join(folder, 'none', 'a.safetensors'))).rejects.toMatchObject({
      code: 'folder-missing',
    });
    model.dispose();
  });
});

const isRoot = process.getuid?.() === 0;
describe.skipIf(isRoot || process.platform === 'win32')(
  `saveWeights into a read-only folder${isRoot ? ' (skipped: root may write everywhere)' : ''}`,
  () => {
    it('says so and leaves the old file', async () => {
      const place = join(folder, 'read-only');
      mkdirSync(place);
      writeFileSync(join(place, 'a.safetensors'), 'old');
      chmodSync(place, 0o500);
      const model = smallModel();
      await expect(saveWeights(model, join(place, 'a.safetensors'))).rejects.toMatchObject({
        code: 'permission-denied',
      });
      expect(readFileSync(join(place, 'a.safetensors'), 'utf8')).toBe('old');
      chmodSync(place, 0o700);
      model.dispose();
    });
  },
);

const noMount = whyNoMount();
describe.skipIf(noMount)(`saveWeights on a full disk${noMount ? ` (skipped: ${noMount})` : ''}`, () => {
  const disk = join(folder, 'disk');

  beforeAll(() => {
    mkdirSync(disk);
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=64k', 'tmpfs', disk]);
  });
  afterAll(() => execFileSync('umount', [disk]));

  it('says so, and the last good file is still there', async () => {
    const model = smallModel();
    const path = join(disk, 'a.safetensors');
    await saveWeights(model, path);
    const large = new Sequential([new Dense({ units: 200, inputShape: [100] })]);
    await expect(saveWeights(large, path)).rejects.toMatchObject({ name: 'TenlabError', code: 'disk-full' });
    expect(readdirSync(disk)).toEqual(['a.safetensors']);
    expect(await loadWeights(model, path)).toMatchObject({ matchedBy: 'name' });
    model.dispose();
    large.dispose();
  });
});

describe('encodeWeights', () => {
  it('works without files', async () => {
    const model = smallModel();
    const bytes = await encodeWeights(model);
    const values = valuesOf(model);
    for (const weight of model.weights) tf.tidy(() => weight.assign(tf.zeros(weight.shape)));
    await loadWeights(model, bytes);
    expect(valuesOf(model)).toEqual(values);
    expect(existsSync('encodeWeights')).toBe(false);
    model.dispose();
  });
});

function whyNoMount(): string | undefined {
  if (process.platform !== 'linux') return 'needs a tmpfs mount, which only Linux has';
  if (process.getuid?.() !== 0) return 'mounting a small disk needs root';
  const place = mkdtempSync(join(tmpdir(), 'tenlab-mount-'));
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=64k', 'tmpfs', place], { stdio: 'pipe' });
    execFileSync('umount', [place]);
    return undefined;
  } catch {
    return 'this machine does not allow mounting';
  } finally {
    rmSync(place, { recursive: true, force: true });
  }
}
