import { expect, it } from 'vitest';
import type { RunOutcome } from '../runner/run-lab';
import { captured } from '../testing/captured';
import { digitsRun } from '../testing/digits-run';
import { reportProgress } from './run-progress';
import { Screen } from './screen';

const { start } = digitsRun();
const outcome = {
  story: { summary: 'It reads.', next: ['Try `npx tenlab`.'] },
  checks: [
    { id: 'a', title: 'It learns', passed: true, found: '99 %' },
    { id: 'b', title: 'It is quick', passed: false, found: '9 s' },
    { id: 'c', title: 'It is whole', passed: undefined, found: '3' },
  ],
  test: { loss: 0.04, accuracy: 0.988 },
  seconds: 40,
  weights_sha256: 'abc',
} as unknown as RunOutcome;

it('gives programs the events of the contract, and people the rest', async () => {
  const { out, error } = await captured(() => {
    const progress = reportProgress({ screen: new Screen({ json: true }), command: 'npx tenlab' });
    progress.tell(start);
    progress.tell({ event: 'text', text: 'Hello' });
    progress.tell({ event: 'step', epoch: 1, step: 1 });
    progress.kept(outcome, 'report.html');
  });
  expect(out).toBe(`${JSON.stringify(start)}\n`);
  expect(error).toContain('Backend: wasm, 2 threads. Seed 1.');
  expect(error).toContain('Hello');
});

it('ends with the numbers, the checks, the report and what to try', async () => {
  const { out } = await captured(() =>
    reportProgress({ screen: new Screen(), command: 'npx tenlab' }).kept(outcome, 'report.html'),
  );
  expect(out).toMatchInlineSnapshot(`
    "
    It reads.
    Test: loss 0.0400, accuracy 0.9880. In all 40 s.
    ✓ It learns: 99 %
    ✗ It is quick: 9 s
    – It is whole: 3 (too small a run to say)
    Weights: sha256 abc

    Report: report.html

    Try next: Try npx tenlab.
    Why this backend, and what else there is: npx tenlab doctor
    "
  `);
});

it('tells of a download now and then, of its start and its end always', async () => {
  const { out } = await captured(() => {
    const { download } = reportProgress({ screen: new Screen(), command: 'npx tenlab' });
    for (const received of [0, 1e6, 2e6, 11e6]) download({ url: 'https://example.org/a', received, total: 11e6 });
  });
  expect(out).toBe(
    'Downloading https://example.org/a: 0.0 of 11.0 MB\nDownloading https://example.org/a: 11.0 of 11.0 MB\n',
  );
});

it('shows progress where the text for people goes', async () => {
  const callbacks = await reportProgress({ screen: new Screen({ json: true }), command: 'npx tenlab' }).callbacks(2);
  expect(callbacks.some(({ showsProgress }) => showsProgress)).toBe(true);
});

it('shows some lines in place of a bar for each of very many epochs', async () => {
  const { SparseProgress } = await import('./sparse-progress');
  const [lines] = await reportProgress({ screen: new Screen({ json: true }), command: 'npx tenlab' }).callbacks(1000);
  expect(lines).toBeInstanceOf(SparseProgress);
});
