import { join } from 'node:path';
import type { Packed } from './pack-packages';
import { run } from './run';

export interface LoadCheck {
  readonly label: string;
  readonly problem?: string;
}

/**
 * Loads every entry of an installed package, as an ES module and as CommonJS, in a process of its own, and runs its commands.
 * Nothing may be written to stderr, and both ways must give the names that the source exports.
 */
export function loadPackage(root: string, project: string, { name, folder, manifest }: Packed): LoadCheck[] {
  const entries = Object.keys(manifest.exports).filter((entry) => entry !== './package.json');
  const loaded = entries.flatMap((entry) => {
    const specifier = name + entry.slice(1);
    const source = join(folder, 'src', entry === '.' ? 'index.ts' : `${entry.slice(2)}.ts`);
    const names = `console.log(JSON.stringify(Object.keys(api).filter((name) => name !== 'default').sort()))`;
    const load = {
      import: `import * as api from '${specifier}'; ${names}`,
      require: `const api = require('${specifier}'); ${names}`,
    };
    const wanted = run(
      process.execPath,
      ['--import', 'tsx', '--input-type=module', '-e', `const api = await import(${JSON.stringify(source)}); ${names}`],
      root,
    );
    return (['import', 'require'] as const).map((kind) => {
      const args = kind === 'import' ? ['--input-type=module', '-e', load.import] : ['-e', load.require];
      return {
        label: `${kind} ${specifier}`,
        ...difference(run(process.execPath, args, project), wanted.stdout, wanted.stderr),
      };
    });
  });
  const commands = Object.keys(manifest.bin ?? {}).map((command) => {
    const program = join(project, 'node_modules', '.bin', command);
    const { code, stderr } = run(process.execPath, [program, '--help'], project);
    const problem = code === 0 && stderr === '' ? {} : { problem: `exit code ${code}, stderr: ${stderr.trim()}` };
    return { label: `${command} --help`, ...problem };
  });
  return [...loaded, ...commands];
}

function difference(
  found: { code: number | null; stdout: string; stderr: string },
  wanted: string,
  sourceError: string,
): { problem?: string } {
  if (wanted === '') return { problem: `the source must load. Received: ${sourceError.trim()}` };
  if (found.code !== 0) return { problem: `it must load. Received: exit code ${found.code}\n${found.stderr.trim()}` };
  if (found.stderr !== '') return { problem: `stderr must stay empty. Received: ${found.stderr.trim()}` };
  if (found.stdout !== wanted) return { problem: `it must export ${wanted.trim()}. Received: ${found.stdout.trim()}` };
  return {};
}
