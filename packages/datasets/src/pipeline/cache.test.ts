import { describe, expect, it } from 'vitest';
import { expectResumable } from '../testing/expect-resumable';
import { Dataset } from './dataset';

describe('cache in memory', () => {
  it('asks what comes before only once, and gives the same again', async () => {
    let asked = 0;
    const data = Dataset.fromArrays([1, 2, 3])
      .shuffle(3, { seed: 1 })
      .map((value) => {
        asked++;
        return value;
      })
      .cache();
    const first = await data.toArray();
    expect([await data.toArray(), asked, data.size]).toEqual([first, 3, 3]);
  });

  it('keeps nothing of a pass that was not gone to its end', async () => {
    const data = Dataset.fromArrays([1, 2, 3]).cache();
    for await (const value of data) if (value === 2) break;
    expect(await data.toArray()).toEqual([1, 2, 3]);
  });

  it('knows its size after a pass', async () => {
    const data = Dataset.fromArrays([1, 2, 3])
      .filter((value) => value > 1)
      .cache();
    expect(data.size).toBeNull();
    await data.toArray();
    expect(data.size).toBe(2);
  });

  it('goes on exactly where it was, in a process that has kept nothing too', async () => {
    await expectResumable(() => Dataset.fromArrays([1, 2, 3]).shuffle(3, { seed: 1 }).cache());
    await expectResumable(() => Dataset.fromArrays([1, 2, 3]).cache().shuffle(2, { seed: 1 }));
  });

  it('says so where there is less than there was', async () => {
    const data = Dataset.fromArrays([1]).cache();
    const place = { ...(data.iterate().getState() as object), stage: { at: 3 } };
    await expect(data.iterateFrom(place).next()).rejects.toThrow('at least 3 elements');
  });
});
