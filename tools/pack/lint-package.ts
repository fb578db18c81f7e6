import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { publint } from 'publint';
import { formatMessage } from 'publint/utils';
import { mustRun, run } from './run';

/**
 * What `publint --strict` and Are The Types Wrong say about a tarball: whether Node, bundlers and TypeScript find its files and types,
 * as ES modules and as CommonJS.
 *
 * @returns one line for each problem
 */
export async function lintPackage(root: string, tarball: string): Promise<string[]> {
  const bytes = readFileSync(tarball);
  const { messages } = await publint({
    pack: { tarball: bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length) as ArrayBuffer },
    strict: true,
  });
  const manifest = JSON.parse(mustRun('tar', ['-xzOf', tarball, 'package/package.json'], root));
  // A suggestion is another good way, not a fault.
  const faults = messages.filter(({ type }) => type !== 'suggestion');
  const linted = faults.map((message) => `publint: ${formatMessage(message, manifest, { color: false })}`);
  return [...linted, ...wrongTypes(root, tarball)];
}

/** Resolution by the rules of Node 10 is left out: it knows no `exports`, and the oldest Node here is 20. */
function wrongTypes(root: string, tarball: string): string[] {
  const attw = join(root, 'node_modules', '@arethetypeswrong', 'cli', 'dist', 'index.js');
  const args = [attw, tarball, '--profile', 'node16', '--format', 'ascii', '--no-color', '--no-emoji'];
  const { code, stdout, stderr } = run(process.execPath, args, root);
  return code === 0 ? [] : [`attw: ${(stdout + stderr).trim()}`];
}
