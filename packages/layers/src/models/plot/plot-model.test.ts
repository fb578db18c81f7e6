import { useBackend } from '@tenlab/core';
import { expectNoLeak } from '@tenlab/testing';
import { beforeEach, describe, expect, test } from 'vitest';
import golden from '../../../golden/architectures.json';
import { clearSession, Dense, Model, modelFromJSON, plotModel, Sequential } from '../../index';

beforeEach(async () => {
  await useBackend('cpu');
  clearSession();
});

const stack = () => new Sequential([new Dense({ units: 8, inputShape: [4] }), new Dense({ units: 3 })]);

describe('plotModel', () => {
  test.each(Object.keys(golden.models) as (keyof typeof golden.models)[])('draws every layer of %s', async (name) => {
    const model = modelFromJSON(golden.models[name].json as never);
    const svg = await plotModel(model);
    expect(svg).toMatch(/^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg" viewBox="0 0 \d+ \d+"[\s\S]*<\/svg>$/);
    for (const layer of model.flattenLayers().slice(1)) expect(svg).toContain(`>${layer.name}`);
    expect(svg).not.toMatch(/NaN|undefined/);
  });

  test('tells the number of parameters, and gives the same picture each time', async () => {
    const svg = await plotModel(stack());
    expect(svg).toContain('<title>sequential · Sequential · 67 parameters</title>');
    clearSession();
    expect(await plotModel(stack())).toBe(svg);
  });

  test('goes from left to right, with less text, in one theme', async () => {
    const size = (svg: string) =>
      (/viewBox="0 0 (\d+) (\d+)"/.exec(svg) ?? []).slice(1).map(Number) as [number, number];
    const [tall, wide] = [await plotModel(stack()), await plotModel(stack(), { rankdir: 'LR', theme: 'dark' })];
    expect(size(tall)[1]).toBeGreaterThan(size(tall)[0]);
    expect(size(wide)[0]).toBeGreaterThan(size(wide)[1]);
    expect(wide).not.toContain('prefers-color-scheme');
    const bare = await plotModel(stack(), { showShapes: false, showParams: false, showLayerNames: false });
    expect(bare).not.toContain('None');
    expect(bare).not.toContain('dense');
  });

  test.each([
    ['what is no model', () => plotModel(new Dense({ units: 1, name: 'd' }) as never)],
    ['an unknown option', () => plotModel(stack(), { showShape: true } as never)],
    ['an unknown direction', () => plotModel(stack(), { rankdir: 'BT' as never })],
    ['an unknown theme', () => plotModel(stack(), { theme: 'blue' as never })],
    ['a model without layers', () => plotModel(new Model({ name: 'm' }))],
  ])('refuses %s', async (_, attempt) => {
    await expect(attempt()).rejects.toThrowErrorMatchingSnapshot();
  });

  test('makes no tensors', async () => {
    const model = stack();
    await expectNoLeak(async () => {
      await plotModel(model);
      return [];
    });
  });
});
