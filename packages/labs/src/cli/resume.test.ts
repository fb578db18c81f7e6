import { existsSync, readdirSync } from 'node:fs';
import { mkdtemp, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { tenlab, whyNotBuilt } from '../testing/tenlab';

const title = whyNotBuilt === undefined ? 'the built command' : `the built command (skipped: ${whyNotBuilt})`;
const fresh = () => mkdtemp(join(tmpdir(), 'tenlab-resume-'));
const hasState = (cwd: string) => {
  const runs = join(cwd, 'runs');
  const backups = existsSync(runs) ? readdirSync(runs).map((run) => join(runs, run, 'backup')) : [];
  return backups.some((backup) => existsSync(backup) && readdirSync(backup).length > 0);
};
/** Kills after so many epochs, and in a folder `cwd` not before a state was kept, which is a matter of time: two epochs after. */
const killedAfter = (epochs: number, cwd?: string) => {
  let killAt = Number.POSITIVE_INFINITY;
  let killed = false;
  return (text: string, child: { kill(signal: 'SIGKILL'): void }) => {
    const seen = text.split('"event":"epoch"').length - 1;
    if (killAt === Number.POSITIVE_INFINITY && seen >= epochs && (cwd === undefined || hasState(cwd)))
      killAt = seen + 2;
    if (killed || seen < killAt) return;
    killed = true;
    child.kill('SIGKILL');
  };
};

describe.skipIf(whyNotBuilt !== undefined)(title, { timeout: 240_000 }, () => {
  // One model; several, one after the other; a loop written by hand, which is done anew.
  it.each([
    ['mnist-digits', ['--limit', '1920', '--epochs', '40'], 2],
    ['overfitting', ['--limit', '3000', '--epochs', '16', '--batch-size', '16'], 20],
    ['iris', ['--epochs', '300'], 200],
  ])('%s, killed in the middle and resumed, ends with the bits of a run that was not', async (lab, flags, epochs) => {
    const args = ['run', lab, ...flags, '--seed', '11', '--backend', 'wasm', '--json'];
    const cwd = await fresh();
    const whole = await tenlab(args, { cwd: await fresh() });
    const killed = await tenlab(args, { cwd, onOut: killedAfter(epochs, lab === 'iris' ? undefined : cwd) });
    expect([killed.signal, killed.events.at(-1)?.event]).toEqual(['SIGKILL', 'epoch']);
    const again = await tenlab([...args, '--resume'], { cwd });
    expect(again.code).toBe(0);
    expect(again.events[0]).toMatchObject({ event: 'start', resumed: true });
    const [end, expected] = [again.events.at(-1)!, whole.events.at(-1)!];
    expect(end.weights_sha256).toBe(expected.weights_sha256);
    expect(end.test).toEqual(expected.test);
    const all = (events: typeof whole.events) => events.filter(({ event }) => event === 'epoch').length;
    if (lab !== 'iris') expect(all(again.events)).toBeLessThan(all(whole.events));
    const record = (end.artifacts as string[]).find((path) => path.endsWith('.ndjson'))!;
    const kept = (await readFile(record, 'utf8'))
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    const shape = (events: typeof whole.events) =>
      events.map(({ event, epoch, model, loss }) => [event, epoch, model, loss]);
    expect(shape(kept)).toEqual(shape(whole.events));
  });

  it('begins anew where there is nothing to resume, and tells a finished run again', async () => {
    const cwd = await fresh();
    const args = ['run', 'iris', '--tier', 'smoke', '--json', '--resume', '--out', 'here'];
    const first = await tenlab(args, { cwd });
    expect([first.code, first.error]).toEqual([0, expect.stringContaining('There is no run to go on with')]);
    const second = await tenlab(args, { cwd });
    expect([second.code, second.events.length]).toEqual([0, 1]);
    expect(second.events[0]).toMatchObject({ event: 'end', weights_sha256: first.events.at(-1)?.weights_sha256 });
  });

  it('refuses to go on with other settings, and with another lab', async () => {
    const cwd = await fresh();
    const args = ['run', 'iris', '--json', '--out', 'here', '--epochs', '300'];
    await tenlab(args, { cwd, onOut: killedAfter(1) });
    const other = await tenlab([...args, '--resume', '--seed', '2'], { cwd });
    expect([other.code, other.events[0]?.message]).toEqual([
      2,
      expect.stringContaining('--seed: what the run began with: 1'),
    ]);
    const lab = await tenlab(['run', 'auto-mpg', '--json', '--resume', '--out', 'here'], { cwd });
    expect([lab.code, lab.events[0]?.message]).toEqual([2, expect.stringContaining('a run of auto-mpg')]);
  });

  it('stops in time with --max, and says so', async () => {
    const cwd = await fresh();
    const began = Date.now();
    const { code, out, events } = await tenlab(
      ['run', 'mnist-digits', '--epochs', '50', '--max', '6s', '--out', 'here'],
      { cwd },
    );
    expect([code, events]).toEqual([0, []]);
    expect((Date.now() - began) / 1000).toBeLessThan(20);
    expect(out).toMatch(
      /Time is up: training was stopped in epoch 1, step \d+, so that the run is over after 6\.0 s \(--max\)\./,
    );
    expect(await readFile(join(cwd, 'here', 'report.html'), 'utf8')).toContain('Time is up');
    expect(JSON.parse(await readFile(join(cwd, 'here', 'config.json'), 'utf8'))).toMatchObject({
      state: 'finished',
      stopped: expect.stringContaining('epoch 1, step'),
    });
  });
});
