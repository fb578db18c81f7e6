import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, describe, expect, it, vi } from 'vitest';
import { expectNode, readFileBytes } from './read-file';

const folder = mkdtempSync(join(tmpdir(), 'tenlab-read-'));

afterEach(() => vi.unstubAllGlobals());
afterAll(() => rmSync(folder, { recursive: true }));

describe('readFileBytes', () => {
  it('reads a file', async () => {
    writeFileSync(join(folder, 'a'), 'abc');
    expect([...(await readFileBytes(join(folder, 'a')))]).toEqual([97, 98, 99]);
  });

  it.each([
    ['none', 'file-missing'],
    ['a/b', 'file-missing'],
    ['.', 'is-a-folder'],
  ])('explains %s', async (name, code) => {
    await expect(readFileBytes(join(folder, name))).rejects.toMatchObject({ name: 'TenlabError', code });
  });
});

describe('expectNode', () => {
  it('sends a browser to the function without files', () => {
    expectNode('saveWeights', 'a.safetensors', 'encodeWeights');
    vi.stubGlobal('process', undefined);
    expect(() => expectNode('saveWeights', 'a.safetensors', 'encodeWeights')).toThrowErrorMatchingInlineSnapshot(
      `[TenlabError: saveWeights: Node, which has files. Received: 'a.safetensors'. In a browser use encodeWeights.]`,
    );
  });
});
