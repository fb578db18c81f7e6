/** `pnpm bench:page FILE.json [PAGE.md]`: the page of results from the JSON file of a bench; BENCHMARKS.md at the root by default. */
import { writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { renderPage } from './page';
import { readResults } from './results-file';

const [file, page = fileURLToPath(new URL('../../BENCHMARKS.md', import.meta.url)), ...others] = process.argv.slice(2);
try {
  if (file === undefined || others.length > 0) {
    throw new Error('pnpm bench:page FILE.json [PAGE.md]: needs the file that `pnpm bench --json FILE.json` wrote.');
  }
  await writeFile(resolve(page), renderPage(await readResults(file)));
  process.stderr.write(`${page} was written.\n`);
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
