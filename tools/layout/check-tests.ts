import type { Problem } from './problem';
import { isTypesOnly } from './read-imports';
import { packageFolders, type SourceTree, sourcesUnder } from './source-tree';
import { untested } from './untested';

/** The site's own sources. What is only to be seen, its components, is looked at in a browser. */
const siteFolders = ['build', 'live', 'server', 'worker'].map((folder) => `apps/docs/${folder}`);

/**
 * Checks that every source file has its test beside it, and that files are named in kebab-case. An exception names a file,
 * or a folder (with a slash at its end) whose files are tested together.
 */
export function checkTests(tree: SourceTree, exceptions: Readonly<Record<string, string>> = untested): Problem[] {
  const problems: Problem[] = [];
  const used = new Set<string>();
  for (const folder of [...packageFolders(tree).map((folder) => `${folder}/src`), ...siteFolders]) {
    for (const [file, text] of sourcesUnder(tree, folder)) {
      const name = file.split('/').at(-1) ?? '';
      if (!/^[a-z0-9]+(-[a-z0-9]+)*(\.(test|bench|test-d|d|data))?\.ts$/.test(name)) {
        problems.push({ file, message: `must be named in kebab-case. Received: ${name}. Rename it.` });
      }
      if (/\.(test|bench|test-d|d)\.ts$/.test(name) || name === 'index.ts' || /\/(testing|fixtures)\//.test(file))
        continue;
      if (tree.has(file.replace(/\.ts$/, '.test.ts')) || isTypesOnly(file, text)) continue;
      const exception = Object.keys(exceptions).find(
        (key) => key === file || (key.endsWith('/') && file.startsWith(key)),
      );
      if (exception !== undefined) {
        used.add(exception);
        continue;
      }
      const test = name.replace(/\.ts$/, '.test.ts');
      problems.push({
        file,
        message: `must have ${test} beside it. Received: none. Write it, or give a reason in tools/layout/untested.ts.`,
      });
    }
  }
  for (const file of Object.keys(exceptions)) {
    if (used.has(file)) continue;
    problems.push({
      file: 'tools/layout/untested.ts',
      message: `must only list files without a test. Received: ${file}. Remove it.`,
    });
  }
  return problems;
}
