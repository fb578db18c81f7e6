import { mkdtemp, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { runsFirst, tenlab, whyNotBuilt } from '../testing/tenlab';

const title = whyNotBuilt === undefined ? 'the built command' : `the built command (skipped: ${whyNotBuilt})`;
const fresh = () => mkdtemp(join(tmpdir(), 'tenlab-resume-'));

/** A clock that goes by looks at it: states are kept after so many steps, on every machine after the same. */
const clockOfLooks = `
  let looks = 0;
  performance.now = () => 2000 * ++looks;
`;
/** Kills the process, which cannot do anything about it, once it has told of so many epochs: at the same place on every machine. */
const killedAfter = (epochs: number) => `
  let told = 0;
  const write = process.stdout.write.bind(process.stdout);
  process.stdout.write = (chunk, ...rest) => {
    const written = write(chunk, ...rest);
    told += String(chunk).split('"event":"epoch"').length - 1;
    if (told >= ${epochs}) process.kill(process.pid, 'SIGKILL');
    return written;
  };
`;

describe.skipIf(whyNotBuilt !== undefined)(title, () => {
  // One model; several, one after the other; a loop written by hand, which is done anew.
  it.each([
    ['mnist-digits', ['--limit', '320', '--epochs', '4'], 3],
    ['overfitting', ['--limit', '256', '--epochs', '6'], 22],
    ['iris', ['--epochs', '20'], 12],
  ])('%s, killed in the middle and resumed, ends with the bits of a run that was not', async (lab, flags, epochs) => {
    const args = ['run', lab, ...flags, '--seed', '11', '--backend', 'wasm', '--json'];
    const cwd = await fresh();
    const whole = await tenlab(args, { cwd: await fresh() });
    const killed = await tenlab(args, { cwd, env: runsFirst(clockOfLooks + killedAfter(epochs)) });
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
    const args = ['run', 'iris', '--json', '--out', 'here', '--epochs', '5'];
    await tenlab(args, { cwd, env: runsFirst(killedAfter(1)) });
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
    // The time is up as soon as the run has begun, however fast the machine.
    const jumpingClock = `
      const now = performance.now.bind(performance);
      const write = process.stdout.write.bind(process.stdout);
      let jump = 0;
      performance.now = () => now() + jump;
      process.stdout.write = (chunk, ...rest) => {
        if (String(chunk).includes('"event":"start"')) jump = 600_000;
        return write(chunk, ...rest);
      };
    `;
    const { code, events, error } = await tenlab(
      ['run', 'mnist-digits', '--json', '--limit', '640', '--epochs', '5', '--max', '10m', '--out', 'here'],
      { cwd, env: runsFirst(jumpingClock) },
    );
    expect([code, events.map(({ event }) => event)]).toEqual([0, ['start', 'epoch', 'end']]);
    expect(events.at(-1)?.stopped).toMatch(/^epoch 1, step \d+$/);
    expect(error).toMatch(
      /Time is up: training was stopped in epoch 1, step \d+, so that the run is over after 10 min \(--max\)\./,
    );
    expect(await readFile(join(cwd, 'here', 'report.html'), 'utf8')).toContain('Time is up');
    expect(JSON.parse(await readFile(join(cwd, 'here', 'config.json'), 'utf8'))).toMatchObject({
      state: 'finished',
      stopped: expect.stringContaining('epoch 1, step'),
    });
  });
});
