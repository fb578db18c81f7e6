import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { commandName } from './command-name';

it('is the command that the package installs', () => {
  const { bin } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8'));
  expect(commandName).toBe(`npx ${Object.keys(bin)[0]}`);
});
