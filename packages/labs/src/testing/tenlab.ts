import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const bin = fileURLToPath(new URL('../../dist/bin.js', import.meta.url));

/** Why the built command cannot be tested; `undefined` when it can. Where CI runs it must be there. */
export const whyNotBuilt =
  existsSync(bin) || process.env.CI ? undefined : 'the package is not built (run `pnpm build`)';

/** What a process of `tenlab` printed and how it ended. */
export interface Ended {
  code: number | null;
  signal: NodeJS.Signals | null;
  out: string;
  error: string;
  events: { event: string; [field: string]: unknown }[];
}

export interface TenlabOptions {
  cwd?: string;
  env?: Record<string, string>;
  /** Called as text arrives on stdout. */
  onOut?(out: string, child: ChildProcess): void;
}

/** For tests: the environment of a process of `tenlab` that runs this JavaScript before the command. */
export function runsFirst(code: string): Record<string, string> {
  return { NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(code)}` };
}

/** For tests: runs the built `tenlab` as a process of its own. */
export function tenlab(args: string[], { cwd, env, onOut }: TenlabOptions = {}): Promise<Ended> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [bin, ...args], {
      cwd,
      env: { ...process.env, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let [out, error] = ['', ''];
    child.stdout.on('data', (chunk: Buffer) => {
      out += chunk.toString();
      onOut?.(out, child);
    });
    child.stderr.on('data', (chunk: Buffer) => {
      error += chunk.toString();
    });
    child.on('error', reject);
    child.on('close', (code, signal) =>
      resolve({ code, signal, out, error, events: args.includes('--json') ? parse(out) : [] }),
    );
  });
}

/** Every line of stdout must be JSON: a single stray word breaks the programs that read it. */
function parse(out: string): Ended['events'] {
  return out
    .split('\n')
    .slice(0, -1)
    .map((line) => JSON.parse(line));
}
