import { describe, expect, it } from 'vitest';
import { expectResumable } from '../testing/expect-resumable';
import { Dataset } from './dataset';

async function* slowly(...values: number[]): AsyncGenerator<number> {
  for (const value of values) yield value;
}

describe('Dataset.fromIterable', () => {
  it('takes lists, sets and asynchronous iterables', async () => {
    expect(await Dataset.fromIterable([1, 2]).toArray()).toEqual([1, 2]);
    expect(await Dataset.fromIterable(new Set([1, 2])).toArray()).toEqual([1, 2]);
    expect(await Dataset.fromIterable(slowly(1, 2)).toArray()).toEqual([1, 2]);
  });

  it('refuses a generator that is used up, rather than giving nothing', async () => {
    const data = Dataset.fromIterable(slowly(1, 2));
    await data.toArray();
    await expect(async () => data.toArray()).rejects.toMatchObject({
      code: 'used-up',
      remedy: 'Pass the function that makes it to `Dataset.fromGenerator`.',
    });
  });

  it('goes on exactly where it was', () => expectResumable(() => Dataset.fromIterable(new Set([1, 2, 3]))));
});

describe('Dataset.fromGenerator', () => {
  it('is told the pass', async () => {
    const data = Dataset.fromGenerator(function* ({ pass }) {
      yield pass;
    });
    expect([await data.toArray(), await data.toArray()]).toEqual([[0], [1]]);
    expect(data.size).toBeNull();
    expect(Dataset.fromGenerator(() => slowly(), { length: 3 }).size).toBe(3);
  });

  it('goes on exactly where it was', () => expectResumable(() => Dataset.fromGenerator(() => slowly(1, 2, 3))));

  it('goes on by itself where it can', async () => {
    const begun: number[] = [];
    const make = () =>
      Dataset.fromGenerator(
        function* ({ from, pass }) {
          begun.push(from);
          for (let value = from; value < 3; value++) yield 10 * pass + value;
        },
        { seeks: true },
      );
    await expectResumable(make);
    expect(begun).toContain(2);
  });

  it('says so where there is less than there was', async () => {
    const data = Dataset.fromGenerator(() => slowly(1));
    const place = { ...(data.iterate().getState() as object), stage: 5 };
    await expect(data.iterateFrom(place).next()).rejects.toThrow(
      'at least 5 elements, as there were when the place was saved. Received: 1',
    );
  });

  it('lets a generator clean up when one stops early', async () => {
    let cleaned = false;
    const data = Dataset.fromGenerator(function* () {
      try {
        yield 1;
        yield 2;
      } finally {
        cleaned = true;
      }
    });
    for await (const value of data) if (value === 1) break;
    expect(cleaned).toBe(true);
  });
});
