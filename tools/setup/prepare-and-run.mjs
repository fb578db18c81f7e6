import { join } from 'node:path';
import { build, install, root, SetupError } from './prepare.mjs';
import { runCommand } from './run-command.mjs';

/**
 * Installs, builds, then runs the `tenlab` command with these arguments.
 *
 * @param {string[]} args
 * @returns {Promise<number>} the exit code
 */
export async function prepareAndRun(args) {
  try {
    await install();
    await build({ types: false });
  } catch (error) {
    if (!(error instanceof SetupError)) throw error;
    process.stderr.write(`${error.message}\n`);
    return error.code;
  }
  const command = [process.execPath, join(root, 'packages', 'labs', 'dist', 'bin.js'), ...args];
  const { code } = await runCommand(command, { cwd: root, output: 'inherit' });
  return code;
}
