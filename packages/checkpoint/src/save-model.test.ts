import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Model } from '@tenlab/layers';
import { afterAll, describe, expect, it } from 'vitest';
import { encodeModel, saveModel } from './save-model';
import { smallModel } from './testing/models';

const folder = mkdtempSync(join(tmpdir(), 'tenlab-model-'));
afterAll(() => rmSync(folder, { recursive: true }));

describe('saveModel', () => {
  it('writes one file', async () => {
    const model = smallModel();
    await saveModel(model, join(folder, 'm.safetensors'));
    expect(readdirSync(folder)).toEqual(['m.safetensors']);
    model.dispose();
  });

  it('refuses another format', async () => {
    const model = smallModel();
    await expect(saveModel(model, 'm.xyz')).rejects.toThrowErrorMatchingInlineSnapshot(
      `[TenlabError: saveModel: a name that ends in .keras, .h5, .hdf5, .safetensors. Received: 'm.xyz'. Name the file so: its ending tells what is written, and \`.keras\` is Keras's own.]`,
    );
    model.dispose();
  });

  it('refuses a model that no configuration describes', async () => {
    const model = smallModel();
    Object.defineProperty(model, 'toJSON', {
      value: () => {
        throw new Error('a function without a name');
      },
    });
    await expect(encodeModel(model)).rejects.toThrow('a function without a name');
    expect(model).toBeInstanceOf(Model);
    model.dispose();
  });
});
