import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { useBackend } from '@tenlab/core';
import { expectNoLeak } from '@tenlab/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import golden from '../../packages/layers/src/schedules/schedules.golden.json';
import { type CaseResult, runCase, runKit } from './run-kit';

let folder = '';
const good = golden.cases[0]!;

beforeAll(async () => {
  await useBackend('cpu');
  folder = await mkdtemp(join(tmpdir(), 'kit-'));
  const wrong = { ...good, name: 'wrong', values: good.values.map((value) => value + 1) };
  const unknown = { ...good, name: 'unknown', class_name: 'NoSuchSchedule' };
  await writeFile(join(folder, 'schedules.json'), JSON.stringify({ keras: '3', cases: [good, wrong, unknown] }));
  await writeFile(join(folder, 'mystery.json'), JSON.stringify({ keras: '3', cases: [{ name: 'riddle' }] }));
});

afterAll(async () => {
  await rm(folder, { recursive: true });
});

async function resultsOf(options: { only?: string[] } = {}): Promise<CaseResult[]> {
  const results: CaseResult[] = [];
  for await (const result of runKit(folder, options)) results.push(result);
  return results;
}

describe('runKit', () => {
  test('passes what agrees and fails what does not, with the reason', async () => {
    const results = await resultsOf({ only: ['schedules'] });
    expect(results.map(({ passed }) => passed)).toEqual([true, false, false]);
    expect(results[1]!.reason).toMatch(/^rate at step \d+: .* times the tolerance/);
    expect(results[2]!.reason).toContain("Received: 'NoSuchSchedule'");
  });

  test('fails the cases of a group nothing runs, instead of hiding them', async () => {
    const [riddle] = await resultsOf({ only: ['mystery'] });
    expect(riddle).toMatchObject({ name: 'riddle', passed: false, reason: 'nothing runs this group yet' });
  });

  test('runs all files of a folder', async () => {
    expect(await resultsOf()).toHaveLength(4);
  });

  test('refuses a group the kit does not have', async () => {
    await expect(resultsOf({ only: ['losses'] })).rejects.toThrow('without losses');
  });
});

describe('runCase', () => {
  test('frees what the case made', async () => {
    await expectNoLeak(async () => {
      await runCase('schedules', good);
      return [];
    });
  });
});
