import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { bundlePeers, peersFolder } from './bundle-peers';

test('peers become plain JavaScript that imports built packages, not sources', async () => {
  await bundlePeers();
  const text = await readFile(join(peersFolder, 'tenlab-peer.js'), 'utf8');
  expect(text).toContain('from "@tenlab/layers"');
  expect(text).not.toContain('packages/layers/src');
  expect(text).not.toContain('import type');
});

test('twice is once', async () => {
  await bundlePeers();
  const file = join(peersFolder, 'tfjs-peer.js');
  const { mtimeMs } = await stat(file);
  await bundlePeers();
  expect((await stat(file)).mtimeMs).toBe(mtimeMs);
});
