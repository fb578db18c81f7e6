import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { needs } from '@tenlab/testing';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { imdb } from './imdb';
import { FileServer } from './testing/file-server';

const fixtures = new URL('../../../../shared/fixtures/arrays/', import.meta.url);
const words = JSON.stringify({ the: 1, and: 2, film: 3 });
let folder = '';

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tenlab-imdb-'));
  vi.stubEnv('KERAS_HOME', folder);
});
afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true });
});

describe('imdb', () => {
  it('says offline which file is missing and where it goes', async () => {
    await expect(imdb({ offline: true })).rejects.toThrow(
      /imdb: the data on this machine.*no imdb\.npz in .*Put imdb\.npz at .*tf-keras-datasets/s,
    );
  });

  it('refuses options that do not exist, and files that are none', async () => {
    // @ts-expect-error: an option that does not exist
    await expect(imdb({ num_words: 3 })).rejects.toThrow('Did you mean `numWords`?');
    writeFileSync(join(folder, 'imdb.npz'), 'no zip');
    writeFileSync(join(folder, 'imdb_word_index.json'), words);
    await expect(imdb({ folder })).rejects.toMatchObject({
      name: 'TenlabError',
      place: expect.stringContaining('imdb.npz'),
    });
  });

  it('lets no wrong file of a mirror into the folder', async () => {
    const server = await new FileServer({ 'imdb.npz': Buffer.from('wrong') }).start();
    await expect(imdb({ folder, mirrors: [server.base()] })).rejects.toMatchObject({ code: 'download-failed' });
    await server.stop();
  });
});

needs({ path: fixtures, what: 'fixtures' })('imdb in files that NumPy wrote', () => {
  it.each(['imdb.npz', 'imdb_pickle2_numpy1.npz', 'imdb_pickle2_numpy2.npz', 'imdb_pickle3_numpy1.npz'])(
    'reads %s, and says that it is not the published set',
    async (name) => {
      copyFileSync(new URL(name, fixtures), join(folder, 'imdb.npz'));
      writeFileSync(join(folder, 'imdb_word_index.json'), words);
      const { train, test, source, decode, encode } = await imdb({ folder, indexFrom: 3 });
      expect(source).toMatch(/\(not the published set: \d+ \+ \d+ reviews of its own\)$/);
      expect(train.x.length).toBe(train.y.length);
      expect(test.x.length).toBe(test.y.length);
      expect(train.x.every((review) => review[0] === 1)).toBe(true);
      expect(decode(encode('The film'))).toBe('[START] the film');
    },
  );

  it('refuses a word index that is none', async () => {
    writeFileSync(join(folder, 'imdb.npz'), readFileSync(new URL('imdb.npz', fixtures)));
    for (const text of ['{"the": "one"}', 'no JSON']) {
      writeFileSync(join(folder, 'imdb_word_index.json'), text);
      await expect(imdb({ folder })).rejects.toThrow('a JSON record of words and their numbers');
    }
  });
});
