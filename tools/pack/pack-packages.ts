import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pnpm } from '../setup/prepare.mjs';
import { mustRun } from './run';

/** A public package and what a user would download of it. */
export interface Packed {
  readonly name: string;
  readonly folder: string;
  readonly tarball: string;
  readonly manifest: Manifest;
}

export interface Manifest {
  readonly name: string;
  readonly private?: boolean;
  readonly exports: Readonly<Record<string, unknown>>;
  readonly bin?: Readonly<Record<string, string>>;
}

/** Packs every public package into `destination`, with pnpm, which turns `workspace:` and `catalog:` into versions. */
export function packPackages(root: string, destination: string, names = readdirSync(join(root, 'packages'))): Packed[] {
  const folders = names.map((name) => join(root, 'packages', name));
  return folders.flatMap((folder) => {
    const file = join(folder, 'package.json');
    if (!existsSync(file)) return [];
    const manifest = JSON.parse(readFileSync(file, 'utf8')) as Manifest;
    if (manifest.private) return [];
    if (!existsSync(join(folder, 'dist'))) {
      throw new Error(
        `${manifest.name}: must be built before it is packed. Received: no dist folder. Run \`pnpm build\`.`,
      );
    }
    const [program = '', ...args] = pnpm('pack', '--json', '--pack-destination', destination);
    const { filename } = JSON.parse(mustRun(program, args, folder)) as { filename: string };
    return [{ name: manifest.name, folder, tarball: filename, manifest }];
  });
}
