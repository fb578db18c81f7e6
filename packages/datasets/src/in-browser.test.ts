import { needs, runInChromium } from '@tenlab/testing';
import { encode } from 'fast-png';
import { expect, test } from 'vitest';
import { Dataset } from './index';
import type { PageReport } from './testing/read-in-page';

needs({ chromium: true })('data in a page', () => {
  test('files of each kind are read, and an order is that of Node', async () => {
    const png = encode({ width: 3, height: 2, channels: 1, data: Uint8Array.of(9, 8, 7, 6, 5, 4) });
    const entry = new URL('./testing/read-in-page.ts', import.meta.url);
    const { value, console } = await runInChromium<PageReport>({ entry, argument: { png: [...png] } });
    const inNode: number[][] = [];
    for await (const batch of Dataset.fromIterable([1, 2, 3, 4, 5, 6, 7]).shuffle(7, { seed: 3 }).window(3))
      inNode.push(batch);
    expect(value).toEqual({
      image: { shape: [2, 3, 3], first: [9, 9, 9] },
      rows: 2,
      labels: [7, 2, 1],
      batches: inNode,
    });
    expect(console.filter((line) => line.startsWith('error'))).toEqual([]);
  });
});
