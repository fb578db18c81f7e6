import { expect, it } from 'vitest';
import { memoryFiles } from '../../runner/memory-files';
import { loadPoints, pipeline, spiralsCsv } from './points-data';

it('reads from its file what it wrote there, and gives each point to one part', async () => {
  const files = memoryFiles();
  const { train, test, counts, head } = await loadPoints(files, 100);
  expect(counts).toEqual({ train: 100, test: 200 });
  expect(head.split('\n')[0]).toBe('x,y,kind');
  const written = ({ x, y, kind }: (typeof train)[number]) => `${x.toFixed(4)},${y.toFixed(4)},${kind}`;
  const lines = new TextDecoder()
    .decode((await files.read('own-data/points.csv'))!)
    .trim()
    .split('\n')
    .slice(1);
  expect([...train, ...test].map(written).sort()).toEqual([...lines].sort());
  expect(new Set(train.map(({ kind }) => kind))).toEqual(new Set([0, 1]));
});

it('is the same file each time', () => {
  expect(spiralsCsv(10)).toBe(spiralsCsv(10));
});

it('gives every point once in a pass, in another order in the next, in batches', async () => {
  const points = Array.from({ length: 10 }, (_, index) => ({ x: index, y: -index, kind: index % 2 }));
  const data = pipeline(points, { batchSize: 4, seed: 1 });
  const pass = async () => {
    const seen: number[] = [];
    const sizes: number[] = [];
    for await (const [x, kind] of data) {
      const { data: values } = x as unknown as { data: Float32Array };
      const kinds = Array.from((kind as unknown as { data: ArrayLike<number> }).data ?? (kind as unknown as number[]));
      sizes.push(kinds.length);
      for (const [row, own] of kinds.entries()) {
        expect(own).toBe(values[2 * row]! % 2);
        seen.push(values[2 * row]!);
      }
    }
    expect(sizes).toEqual([4, 4, 2]);
    return seen;
  };
  const [first, second] = [await pass(), await pass()];
  expect([...first].sort((a, b) => a - b)).toEqual(points.map(({ x }) => x));
  expect(second).not.toEqual(first);
});
