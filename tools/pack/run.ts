import { spawnSync } from 'node:child_process';
import { toolEnvironment } from '../setup/prepare.mjs';

export interface Finished {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs a program to its end, with arguments as they are: no shell reads them. */
export function run(program: string, args: readonly string[], cwd: string): Finished {
  const { status, stdout, stderr, error } = spawnSync(program, args, {
    cwd,
    env: { ...process.env, ...toolEnvironment },
    encoding: 'utf8',
    maxBuffer: 2 ** 27,
    // On Windows npm and pnpm are .cmd files, which only a shell can start; these arguments need no quoting.
    shell: process.platform === 'win32' && program !== process.execPath,
  });
  if (error) throw error;
  return { code: status, stdout, stderr };
}

/** Runs a program that has to succeed. */
export function mustRun(program: string, args: readonly string[], cwd: string): string {
  const { code, stdout, stderr } = run(program, args, cwd);
  if (code === 0) return stdout;
  throw new Error(`\`${program} ${args.join(' ')}\` must succeed. Received: exit code ${code}.\n${stdout}${stderr}`);
}
