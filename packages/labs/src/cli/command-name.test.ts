import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { commandName } from './command-name';

const commandsOf = (manifest: string) =>
  Object.keys(JSON.parse(readFileSync(new URL(`../../../../${manifest}`, import.meta.url), 'utf8')).bin);

it('is a command of this package, and one of the workspace', () => {
  expect(commandName).toBe('npx tenlab');
  expect(commandsOf('packages/labs/package.json')).toContain('tenlab');
  expect(commandsOf('tools/command/package.json')).toContain('tenlab');
});
