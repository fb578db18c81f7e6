import { expect, test, vi } from 'vitest';
import type { PlotBox } from './describe-graph';
import { layOut } from './lay-out';

const library = vi.hoisted(() => ({ loaded: false }));
vi.mock('@dagrejs/dagre', async (original) => {
  library.loaded = true;
  return original();
});

const box = (id: string, parent: string | null = null, isModel = false): PlotBox => ({
  ...{ id, parent, isModel },
  lines: [id],
  kind: 'plain',
});
const arrow = (from: string, to: string) => ({ from, to, hidden: false });
const graph = {
  boxes: [box('x'), box('m', null, true), box('m/a', 'm'), box('m/b', 'm'), box('y')],
  arrows: [arrow('x', 'm/a'), arrow('x', 'm/b'), arrow('m/a', 'y'), arrow('m/b', 'y')],
};
const sizes = new Map(graph.boxes.map(({ id }) => [id, { width: 80, height: 40 }]));

test('the library is loaded by the first picture, and not before', async () => {
  expect(library.loaded).toBe(false);
  await layOut(graph, sizes, 'TB');
  expect(library.loaded).toBe(true);
});

test('what comes later lies lower, side by side without overlap, and a model lies around its layers', async () => {
  const { boxes, lines, width, height } = await layOut(graph, sizes, 'TB');
  const at = (id: string) => boxes.get(id)!;
  expect(at('x').y).toBeLessThan(at('m/a').y - 40);
  expect(at('m/a').y).toBe(at('m/b').y);
  expect(at('m/b').y).toBeLessThan(at('y').y - 40);
  expect(Math.abs(at('m/a').x - at('m/b').x)).toBeGreaterThan(80);
  for (const inner of [at('m/a'), at('m/b')]) {
    expect(Math.abs(inner.x - at('m').x) + inner.width / 2).toBeLessThan(at('m').width / 2);
    expect(Math.abs(inner.y - at('m').y) + inner.height / 2).toBeLessThan(at('m').height / 2);
  }
  for (const { x, y } of [...boxes.values(), ...lines.flat()]) {
    expect(x).toBeGreaterThan(0);
    expect(x).toBeLessThan(width);
    expect(y).toBeGreaterThan(0);
    expect(y).toBeLessThan(height);
  }
});

test('arrows begin and end at the borders of their boxes', async () => {
  const { boxes, lines } = await layOut(graph, sizes, 'TB');
  expect(lines).toHaveLength(4);
  expect(lines[0]?.[0]?.y).toBeCloseTo(boxes.get('x')!.y + 20, 6);
  expect(lines[0]?.at(-1)?.y).toBeCloseTo(boxes.get('m/a')!.y - 20, 6);
});

test('from left to right, later is further right', async () => {
  const { boxes } = await layOut(graph, sizes, 'LR');
  expect(boxes.get('x')!.x).toBeLessThan(boxes.get('m/a')!.x);
  expect(boxes.get('m/a')!.x).toBeLessThan(boxes.get('y')!.x);
});
