import { spawn } from 'node:child_process';
import { constants } from 'node:os';

/**
 * @typedef {object} CommandResult
 * @property {number} code exit code; 128 plus the signal's number where a signal ended it, as shells have it
 * @property {string} output what it printed, where it was captured
 */

/**
 * Runs a command to its end. Ctrl-C reaches the command too (it is in the same process group): we wait for its own exit code.
 *
 * @param {string[]} command program and arguments
 * @param {{ cwd: string, output: 'inherit' | 'capture' | 'both', env?: NodeJS.ProcessEnv, limit?: number }} options
 *   `capture` keeps the output back, `both` also passes it on to stdout; `limit` in ms ends a command that hangs
 * @returns {Promise<CommandResult>}
 */
export function runCommand(command, { cwd, output, env = {}, limit }) {
  const [program = '', ...args] = command;
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, {
      cwd,
      env: { ...process.env, ...env },
      stdio: output === 'inherit' ? 'inherit' : ['ignore', 'pipe', 'pipe'],
      // On Windows `npx` is a .cmd file, which only a shell can start.
      shell: process.platform === 'win32' && program === 'npx',
    });
    let text = '';
    /** @param {Buffer} chunk */
    const keep = (chunk) => {
      text += chunk.toString();
      if (output === 'both') process.stdout.write(chunk);
    };
    child.stdout?.on('data', keep);
    child.stderr?.on('data', keep);
    const wait = () => {};
    const passOn = () => child.kill('SIGTERM');
    process.on('SIGINT', wait).on('SIGTERM', passOn);
    const hanging = limit === undefined ? undefined : setTimeout(endHanging, limit);
    function endHanging() {
      keep(Buffer.from(`\nended: it must finish within ${Number(limit) / 1000} s\n`));
      child.kill('SIGTERM');
      setTimeout(() => child.kill('SIGKILL'), 5000).unref();
    }
    const settled = () => {
      clearTimeout(hanging);
      process.off('SIGINT', wait).off('SIGTERM', passOn);
    };
    child.on('error', (error) => {
      settled();
      reject(error);
    });
    child.on('close', (code, signal) => {
      settled();
      resolve({ code: code ?? 128 + (signal === null ? 0 : constants.signals[signal]), output: text });
    });
  });
}
