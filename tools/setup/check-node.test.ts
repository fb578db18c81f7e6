import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { nodeProblem, oldestNode } from './check-node.mjs';

test.each(['20.19.0', '20.19.1', '20.20.2', '21.0.0', '22.1.0', '100.0.0'])('Node %s will do', (version) => {
  expect(nodeProblem(version)).toBeUndefined();
});

test.each(['20.18.9', '18.20.4', '8.0.0', '20.9.0'])('Node %s is too old', (version) => {
  expect(nodeProblem(version)).toBe(
    `tenlab needs Node.js 20.19.0 or newer. Received: Node.js ${version} (${process.execPath}). ` +
      'Install a newer one from https://nodejs.org, then run the same command again.',
  );
});

test('the version is the one package.json asks for', () => {
  const manifest = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8'));
  expect(manifest.engines.node).toBe(`>=${oldestNode}`);
});
