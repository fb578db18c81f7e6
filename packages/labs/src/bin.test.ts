import { existsSync } from 'node:fs';
import { mkdtemp, readdir, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadWeights } from '@tenlab/checkpoint';
import { useBackend } from '@tenlab/core';
import { describe, expect, it } from 'vitest';
import { digitsNetwork } from './labs/01-mnist-digits/network';
import { loadDigits } from './labs/shared/digits';
import { tenlab, whyNotBuilt } from './testing/tenlab';
import { greyPng, inverted, onCanvas, testDigits } from './testing/test-digits';

const small = ['--limit', '1920', '--epochs', '2', '--backend', 'wasm'];
const folder = () => mkdtemp(join(tmpdir(), 'tenlab-bin-'));
const title = whyNotBuilt === undefined ? 'the built command' : `the built command (skipped: ${whyNotBuilt})`;

describe.skipIf(whyNotBuilt !== undefined)(title, () => {
  it('runs lab 1 by the contract for programs, and leaves every file it names', async () => {
    const cwd = await folder();
    const { code, events, error } = await tenlab(['run', 'mnist-digits', '--json', ...small, '--seed', '3'], { cwd });
    expect(error).not.toContain('Error');
    expect(code).toBe(0);
    expect(events.map(({ event }) => event)).toEqual(['start', 'epoch', 'epoch', 'end']);
    expect(events[0]).toMatchObject({
      lab: 'mnist-digits',
      backend: 'wasm',
      seed: 3,
      data: { name: 'mnist', train: 1920, test: 1920 },
    });
    expect(Object.keys(events[1]!)).toEqual([
      'event',
      'epoch',
      'steps',
      'ms_per_step',
      'loss',
      'accuracy',
      'val_accuracy',
      'val_loss',
    ]);
    expect(events[2]).toMatchObject({ epoch: 2, steps: 60 });
    const end = events[3] as unknown as {
      test: { accuracy: number; loss: number };
      artifacts: string[];
      weights_sha256: string;
    };
    expect(end.test.accuracy).toBeGreaterThan(0.8);
    expect(end.weights_sha256).toMatch(/^[0-9a-f]{64}$/);
    const names = end.artifacts.map((path) => path.split(/[\\/]/).at(-1)).sort();
    expect(names).toEqual([
      'config.json',
      'confusion.svg',
      'curves.svg',
      'events.ndjson',
      'predictions.svg',
      'report.html',
      'samples.svg',
      'test-image-1.svg',
      'weights.safetensors',
    ]);
    for (const path of end.artifacts) expect(existsSync(path)).toBe(true);
    expect((await readdir(end.artifacts[0]!.replace(/[\\/][^\\/]*$/, ''))).sort()).toEqual(names);
    const lines = (await readFile(end.artifacts.find((path) => path.endsWith('.ndjson'))!, 'utf8')).trim().split('\n');
    expect(lines.map((line) => JSON.parse(line))).toEqual(events);

    const saved = await measured(end.artifacts.find((path) => path.endsWith('.safetensors'))!);
    expect(saved.accuracy).toBe(end.test.accuracy);
    expect(saved.loss).toBeCloseTo(end.test.loss, 5);
    await readsDrawings(cwd);
  });

  it('gives the same weights on one thread as on two, and others for another seed', async () => {
    const sum = async (threads: string, seed: string) => {
      const out = join(await folder(), 'run');
      const { events } = await tenlab(
        ['run', '1', '--json', '--limit', '640', '--epochs', '1', '--seed', seed, '--out', out],
        { env: { TENLAB_THREADS: threads, TENLAB_BACKEND: 'wasm' } },
      );
      expect(events[0]).toMatchObject({ threads: Number(threads) });
      return events.at(-1)?.weights_sha256;
    };
    const one = await sum('1', '7');
    expect(one).toMatch(/^[0-9a-f]{64}$/);
    expect(await sum('2', '7')).toBe(one);
    expect(await sum('2', '8')).not.toBe(one);
  });

  it('speaks Chinese when asked to', async () => {
    const cwd = await folder();
    const { code, out } = await tenlab(['run', '1', '--lang', 'zh', '--limit', '64', '--epochs', '1', '--out', 'run'], {
      cwd,
    });
    expect(code).toBe(0);
    expect(out).toContain('手写数字');
    expect(await readFile(join(cwd, 'run', 'report.html'), 'utf8')).toContain('<html lang="zh-CN">');
  });

  it.each([
    ['SIGINT', 130],
    ['SIGTERM', 143],
  ] as const)('saves what was learned at %s and ends with %d', async (signal, exitCode) => {
    const out = join(await folder(), 'run');
    let isSent = false;
    const { code, events, error } = await tenlab(
      ['run', 'mnist-digits', '--json', '--epochs', '500', '--limit', '1920', '--backend', 'wasm', '--out', out],
      {
        onOut: (text, child) => {
          if (isSent || !text.includes('"epoch"')) return;
          isSent = true;
          child.kill(signal);
        },
      },
    );
    expect(code).toBe(exitCode);
    expect(events.at(-1)).toMatchObject({ event: 'error', code: 'interrupted' });
    expect(error).toContain(join(out, 'weights.safetensors'));
    expect(JSON.parse(await readFile(join(out, 'config.json'), 'utf8')).state).toBe('interrupted');
    const drawing = join(out, 'digit.png');
    await writeFile(drawing, greyPng(testDigits(1).images[0]!));
    const answer = await tenlab(['predict', 'mnist-digits', '--json', '--image', drawing, '--weights', out]);
    expect([answer.code, answer.events[0]?.event]).toEqual([0, 'prediction']);
  });

  it.each([
    [['run', 'mnist-digits', '--epochs', '0'], 2, '--epochs: a whole number from 1'],
    [['run', 'mnist-digits', '--epochs', '1.5'], 2, "Received: '1.5'"],
    [['run', 'mnist-digits', '--batch-size=-3'], 2, '--batch-size'],
    [['run', 'mnist-digits', '--threads', 'abc'], 2, '--threads'],
    [['run', 'mnist-digits', '--seed', '-1'], 2, '--seed'],
    [['run', 'mnist-digits', '--limit', '1e3'], 2, '--limit'],
    [['run', 'mnist-digits', '--backend', 'gpu'], 2, '--backend: one of auto'],
    [['run', 'mnist-digits', '--epoch', '3'], 2, 'Did you mean --epochs'],
    [['run', 'no-such-lab'], 2, 'The labs are: 1 mnist-digits'],
    [['run'], 2, "missing required argument 'lab'"],
    [['runn', 'mnist-digits'], 2, "Received: 'runn'"],
    [['predict', 'mnist-digits'], 2, '--image'],
    [['predict', 'mnist-digits', '--image', 'nowhere.png'], 1, '--image nowhere.png: a file that can be read'],
  ] as const)('answers `tenlab %j` with exit code %d and %j', async (args, exitCode, words) => {
    const cwd = await folder();
    const { code, events, error } = await tenlab([...args, '--json'], { cwd });
    expect([code, events.map(({ event }) => event)]).toEqual([exitCode, ['error']]);
    expect(error).toContain(words);
    expect(events[0]?.message).toMatch(/Received: .+\. .+\.$/s);
    expect(await readdir(cwd)).toEqual([]);
  });

  it.each([
    ['TENLAB_THREADS', 'abc'],
    ['TENLAB_BACKEND', 'gpu'],
  ])('names %s=%s as the culprit', async (name, value) => {
    const out = join(await folder(), 'run');
    const { code, events } = await tenlab(['run', 'mnist-digits', '--json', '--out', out], { env: { [name]: value } });
    expect([code, events.length]).toEqual([1, 1]);
    expect(events[0]?.message).toContain(name);
    expect(JSON.parse(await readFile(join(out, 'config.json'), 'utf8')).state).toBe('failed');
  });

  it('knows before training that the folder cannot be written', async () => {
    const file = join(await folder(), 'file');
    await writeFile(file, '');
    const { code, events } = await tenlab(['run', 'mnist-digits', '--json', '--out', join(file, 'run')]);
    expect([code, events.length, events[0]?.code]).toEqual([1, 1, 'out-folder']);
  });

  it('greets, lists and helps without loading what it does not need', async () => {
    const covered = await folder();
    for (const args of [[], ['list'], ['--help'], ['run', '--help'], ['--version']]) {
      const { code, out, error } = await tenlab(args, { env: { NODE_V8_COVERAGE: covered } });
      expect([code, error]).toEqual([0, '']);
      expect(out.length).toBeGreaterThan(4);
      expect(out).not.toContain('\u001b');
    }
    // V8 writes down which files each process loaded.
    const loaded = await Promise.all(
      (await readdir(covered)).map((file) => readFile(join(covered, file), 'utf8').then((text) => JSON.parse(text))),
    );
    const urls: string[] = loaded.flatMap(({ result }) => result.map(({ url }: { url: string }) => url));
    expect(urls.filter((url) => url.endsWith('/dist/bin.js'))).toHaveLength(5);
    expect(urls.filter((url) => /tensorflow|backend-wasm|vega/.test(url))).toEqual([]);
  });

  it('examines the machine', async () => {
    const { code, events } = await tenlab(['doctor', '--json']);
    expect(code).toBe(0);
    expect(events.map(({ name }) => name)).toEqual([
      'Node',
      'Machine',
      'Backend',
      'SIMD',
      'Threads',
      'MNIST',
      'Versions',
    ]);
  });
});

/** The test results of saved weights, in a process that never saw the run: what is saved must be what was measured. */
async function measured(weights: string): Promise<Record<string, number>> {
  await useBackend('wasm');
  const model = digitsNetwork();
  await loadWeights(model, weights);
  const { x, labels } = await loadDigits({ offline: true }, 1920);
  return model.evaluate(x.test, labels.test, { returnDict: true, verbose: 0 });
}

/** Test images of MNIST as people might draw them: another size, another place, the other way round. */
async function readsDrawings(cwd: string): Promise<void> {
  const { images, labels } = testDigits(6);
  const drawn = images.map((image, index) => {
    const large = onCanvas(image, { scale: 6, width: 300, height: 220, left: 15 * index, top: 4 * index });
    return index % 2 === 0 ? large : inverted(large);
  });
  let right = 0;
  for (const [index, drawing] of drawn.entries()) {
    const path = join(cwd, `digit-${index}.png`);
    await writeFile(path, greyPng(drawing));
    const { code, events } = await tenlab(['predict', 'mnist-digits', '--json', '--image', path], { cwd });
    expect([code, events[0]?.event]).toEqual([0, 'prediction']);
    const shares = Object.values(events[0]?.probabilities as Record<string, number>);
    expect(shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 4);
    if (events[0]?.class === String(labels[index])) right++;
  }
  expect(right).toBeGreaterThanOrEqual(5);
  const { out } = await tenlab(['predict', 'mnist-digits', '--image', join(cwd, 'digit-0.png')], { cwd });
  expect(out.match(/^ {2}\d .*%$/gm)).toHaveLength(10);
}
