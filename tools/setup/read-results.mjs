/**
 * @typedef {object} StageResult
 * @property {number} passed
 * @property {number} failed
 * @property {string[]} [notes] what was skipped and why, and other things a reader of the summary should see
 */

/**
 * Reads the counts from the last line of a command that ends in `N passed, N failed`.
 * A command that fails counts at least one failure, whatever it says; failures it accepts (exit code 0) are only noted.
 *
 * @param {{ code: number, output: string }} result
 * @returns {StageResult}
 */
export function readCounts({ code, output }) {
  const match = /(?:^|\n)(\d+) passed, (\d+) failed\s*$/.exec(output);
  if (match === null) {
    return { passed: 0, failed: 1, notes: [`it must end in "N passed, N failed"; it ended with exit code ${code}`] };
  }
  const passed = Number(match[1]);
  const failed = Number(match[2]);
  if (code !== 0) return { passed, failed: Math.max(1, failed) };
  return failed === 0 ? { passed, failed } : { passed, failed: 0, notes: [`${failed} known failures, as above`] };
}

/**
 * Counts the tests of vitest's JSON report and names the failed and the skipped ones.
 *
 * @typedef {{ ancestorTitles: string[], title: string, status: string, failureMessages?: string[] }} VitestTest
 * @typedef {{ name: string, status: string, message?: string, assertionResults: VitestTest[] }} VitestFile
 *
 * @param {{ testResults: VitestFile[] } | undefined} report
 * @param {number} code vitest's exit code
 * @returns {StageResult}
 */
export function readVitestReport(report, code) {
  if (report === undefined) {
    return { passed: 0, failed: 1, notes: [`vitest must report; it ended with exit code ${code} before it could`] };
  }
  const files = report.testResults;
  const tests = files.flatMap((file) => file.assertionResults);
  const passed = tests.filter((test) => test.status === 'passed').length;
  // A file that could not even be loaded holds no test that could fail.
  const brokenFiles = files.filter((file) => file.status === 'failed' && !file.assertionResults.some(isFailed));
  const failed = tests.filter(isFailed).length + brokenFiles.length;
  const skipped = tests.filter((test) => test.status !== 'passed' && !isFailed(test));
  const notes = [
    ...files.flatMap(failuresOf),
    ...grouped(skipped).map(([group, count]) => `skipped: ${group}${count > 1 ? ` (${count} tests)` : ''}`),
  ];
  return { passed, failed: code === 0 ? failed : Math.max(1, failed), notes };
}

/**
 * What failed in a file, each with the first line of why: a long log is often kept by its end alone.
 *
 * @param {VitestFile} file
 * @returns {string[]}
 */
function failuresOf(file) {
  const failed = file.assertionResults.filter(isFailed);
  if (file.status === 'failed' && failed.length === 0) return [`failed: ${file.name}: ${firstLine(file.message)}`];
  return failed.map(
    ({ ancestorTitles, title, failureMessages }) =>
      `failed: ${[file.name, ...ancestorTitles, title].join(' › ')}: ${firstLine(failureMessages?.[0])}`,
  );
}

/** @param {string | undefined} message */
function firstLine(message) {
  return message?.split('\n')[0] ?? 'no message';
}

/**
 * Tests by the group they stand in, which is where a reason stands; those in no group by themselves.
 *
 * @param {VitestTest[]} tests
 * @returns {[group: string, count: number][]}
 */
function grouped(tests) {
  /** @type {Map<string, number>} */
  const counts = new Map();
  for (const { ancestorTitles, title } of tests) {
    const reason = [...ancestorTitles].reverse().find((ancestor) => ancestor.includes('(skipped: '));
    const group = reason ?? [...ancestorTitles, title].join(' › ');
    counts.set(group, (counts.get(group) ?? 0) + 1);
  }
  return [...counts];
}

/** @param {VitestTest} test */
function isFailed(test) {
  return test.status === 'failed';
}
