/**
 * Checks that packages look alike and that imports only go down, so that whoever knows one package knows them all.
 * `pnpm exec tsx tools/check-layout.ts`
 */
import { fileURLToPath } from 'node:url';
import { checkArrows } from './layout/check-arrows';
import { checkPackages } from './layout/check-packages';
import { checkSite } from './layout/check-site';
import { checkTests } from './layout/check-tests';
import { checkTraces } from './layout/check-traces';
import { packageFolders, readSourceTree } from './layout/source-tree';

const tree = readSourceTree(fileURLToPath(new URL('..', import.meta.url)));
const problems = [checkPackages, checkArrows, checkTests, checkSite, checkTraces].flatMap((check) => check(tree));

for (const { file, message } of problems) process.stdout.write(`${file}: ${message}\n`);
process.stdout.write(
  `layout: ${tree.size} files in ${packageFolders(tree).length} packages, ${problems.length} problems\n`,
);
process.exitCode = problems.length === 0 ? 0 : 1;
