import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { FileFormat } from './formats';

export interface MemoryJob {
  action: 'write' | 'read';
  format: FileFormat;
  folder: string;
  megabytes: number;
  backend: string;
}

/** Does a job in a process of its own, and gives that one's peak of resident memory in bytes. */
export function runChild(job: MemoryJob): number {
  const child = fileURLToPath(new URL('child.ts', import.meta.url));
  const text = execFileSync(process.execPath, ['--import', 'tsx', child, JSON.stringify(job)], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  return Number(text.trim().split('\n').at(-1));
}
