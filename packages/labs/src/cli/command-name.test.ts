import { join } from 'node:path';
import { expect, it } from 'vitest';
import { commandName } from './command-name';

it('goes through npm in a clone of the workspace, and through npx elsewhere', () => {
  expect(commandName(join('clone', 'packages', 'labs', 'dist', 'bin.js'))).toBe('npm run tenlab --');
  expect(commandName(join('app', 'node_modules', '@tenlab', 'labs', 'dist', 'bin.js'))).toBe('npx tenlab');
});
