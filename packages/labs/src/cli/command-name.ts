import { sep } from 'node:path';

/**
 * How the reader starts tenlab: in a clone of the workspace through npm, which everybody has; elsewhere through npx.
 *
 * @param script the file that Node runs
 */
export function commandName(script = process.argv[1] ?? ''): string {
  const inWorkspace = script.includes(['packages', 'labs', 'dist'].join(sep)) && !script.includes('node_modules');
  return inWorkspace ? 'npm run tenlab --' : 'npx tenlab';
}
