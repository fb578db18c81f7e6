import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * The rule: a test file shares its process with others unless its text names what stays behind in one. That is a backend, TF.js or a
 * package that computes with it, a process, or a mock (`vi`).
 */
const staysBehind =
  /backend|@tensorflow|@tenlab\/(layers|testing)|conformance|fastRun|\bprocess\b|child_process|tenlab\(|\bvi\b/i;

/**
 * The test files under some folders that may share processes, by the rule above. Where one starts a backend by way of a helper,
 * `leave-nothing.ts` says so.
 *
 * @param {string} root
 * @param {readonly string[]} folders
 * @returns {string[]} paths from the root
 */
export function filesThatShare(root, folders) {
  return folders
    .flatMap((folder) => testFiles(root, folder))
    .filter((file) => !staysBehind.test(readFileSync(join(root, file), 'utf8')));
}

/**
 * @param {string} root
 * @param {string} folder
 * @returns {string[]}
 */
function testFiles(root, folder) {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = `${folder}/${entry.name}`;
    if (entry.isDirectory()) return /^(node_modules|dist|tests|\..*)$/.test(entry.name) ? [] : testFiles(root, path);
    return entry.name.endsWith('.test.ts') ? [path] : [];
  });
}
