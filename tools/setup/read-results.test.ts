import { expect, test } from 'vitest';
import { readCounts, readVitestReport } from './read-results.mjs';

test('counts come from the last line', () => {
  expect(readCounts({ code: 0, output: '9 passed, 9 failed\nmore\n4227 passed, 0 failed\n' })).toEqual({
    passed: 4227,
    failed: 0,
  });
});

test('a command that fails counts at least one failure', () => {
  expect(readCounts({ code: 1, output: '12 passed, 3 failed\n' })).toEqual({ passed: 12, failed: 3 });
  expect(readCounts({ code: 1, output: '12 passed, 0 failed\n' })).toEqual({ passed: 12, failed: 1 });
  expect(readCounts({ code: 0, output: 'crashed' })).toEqual({
    passed: 0,
    failed: 1,
    notes: ['it must end in "N passed, N failed"; it ended with exit code 0'],
  });
});

test('failures that a command accepts are noted', () => {
  expect(readCounts({ code: 0, output: '10 passed, 2 failed\n' })).toEqual({
    passed: 10,
    failed: 0,
    notes: ['2 known failures, as above'],
  });
});

const passing = { ancestorTitles: ['relu'], title: 'is zero below zero', status: 'passed' };

test('vitest: skipped tests are named by what tells the reason, and a file that does not load is a failure', () => {
  const inPage = 'in the page (skipped: no Chromium)';
  const report = {
    testResults: [
      {
        name: 'a.test.ts',
        status: 'passed',
        assertionResults: [
          passing,
          { ancestorTitles: ['training', inPage], title: 'trains', status: 'skipped' },
          { ancestorTitles: ['training', inPage], title: 'predicts', status: 'pending' },
          { ancestorTitles: ['download'], title: 'says why (skipped: root may write)', status: 'skipped' },
        ],
      },
      { name: 'b.test.ts', status: 'failed', message: 'Cannot find module', assertionResults: [] },
    ],
  };
  expect(readVitestReport(report, 1)).toEqual({
    passed: 1,
    failed: 1,
    notes: [
      'failed: b.test.ts: Cannot find module',
      `skipped: ${inPage} (2 tests)`,
      'skipped: download › says why (skipped: root may write)',
    ],
  });
});

test('vitest: a failed test is named by its place and the first line of why', () => {
  const failing = { ...passing, status: 'failed', failureMessages: ['expected 1 to be 0\n    at relu.test.ts:3'] };
  const report = { testResults: [{ name: 'a.test.ts', status: 'failed', assertionResults: [passing, failing] }] };
  expect(readVitestReport(report, 1)).toEqual({
    passed: 1,
    failed: 1,
    notes: ['failed: a.test.ts › relu › is zero below zero: expected 1 to be 0'],
  });
});

test('vitest: a crash, or an error outside of all tests, is a failure', () => {
  expect(readVitestReport(undefined, 137)).toEqual({
    passed: 0,
    failed: 1,
    notes: ['vitest must report; it ended with exit code 137 before it could'],
  });
  const allPass = { testResults: [{ name: 'a.test.ts', status: 'passed', assertionResults: [passing] }] };
  expect(readVitestReport(allPass, 1)).toEqual({ passed: 1, failed: 1, notes: [] });
});
