/**
 * Writes and reads a model of a gigabyte in every format, each in a process of its own, and prints its peak of resident memory as a multiple of the
 * file: the model itself is 1. Exit code 1 where one needs 2 times the file or more.
 *
 * `pnpm bench:files [--megabytes 1024] [--backend cpu] [--only keras,npz]`
 */
import { mkdirSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { type FileFormat, fileFormats } from './file-memory/formats';
import { runChild } from './file-memory/run-child';

const { values } = parseArgs({
  options: {
    megabytes: { type: 'string', default: '1024' },
    backend: { type: 'string', default: 'cpu' },
    only: { type: 'string', default: fileFormats.join(',') },
  },
});
const [megabytes, most] = [Number(values.megabytes), 2];
const folder = mkdtempSync(join(tmpdir(), 'tenlab-bench-files-'));
let exitCode = 0;
try {
  process.stdout.write(`${megabytes} MiB of weights on ${values.backend}; peaks as multiples of the file\n`);
  for (const format of values.only.split(',') as FileFormat[]) measure(format);
} finally {
  rmSync(folder, { recursive: true });
}
process.exitCode = exitCode;

function measure(format: FileFormat): void {
  const own = join(folder, format);
  mkdirSync(own);
  const job = { format, folder: own, megabytes, backend: values.backend };
  const writing = runChild({ ...job, action: 'write' });
  const size = readdirSync(own, { recursive: true, encoding: 'utf8' })
    .map((name) => statSync(join(own, name)))
    .filter((status) => status.isFile())
    .reduce((sum, status) => sum + status.size, 0);
  const reading = runChild({ ...job, action: 'read' });
  rmSync(own, { recursive: true });
  const times = (bytes: number) => (bytes / size).toFixed(2);
  process.stdout.write(
    `${format.padEnd(24)} written with ${times(writing)}, read with ${times(reading)} (${(size / 2 ** 20).toFixed(0)} MiB)\n`,
  );
  if (reading >= most * size || writing >= most * size) exitCode = 1;
}
