import { describe, expect, it } from 'vitest';
import { ArraysStage } from './from-arrays';
import { LookAhead, type Work } from './look-ahead';

const over = <U>(depth: number, work: Work<number, U>, release?: () => Promise<void>) =>
  new LookAhead<number, U>(
    (place) => new ArraysStage<number>([[1, 2, 3, 4]]).open(0, place),
    undefined,
    depth,
    work,
    release,
  );
const later = (milliseconds: number) => new Promise((resume) => setTimeout(resume, milliseconds));

describe('LookAhead', () => {
  it('works on several elements at a time and gives them in order', async () => {
    let working = 0;
    let openFirst = () => {};
    // The first is worked on until the third has begun.
    const gate = new Promise<void>((resolve) => {
      openFirst = resolve;
    });
    const ahead = over(3, async (value) => {
      if (++working === 3) openFirst();
      if (value === 1) await gate;
      return value * 10;
    });
    const given: unknown[] = [];
    for (let next = await ahead.next(); !next.done; next = await ahead.next()) given.push(next.value);
    expect(given).toEqual([10, 20, 30, 40]);
    expect(working).toBe(4);
    await ahead.close();
  });

  it('tells an error at its element, not before, and leaves none unheard', async () => {
    const ahead = over(4, (value) => {
      if (value === 3) throw new Error('three');
      return value;
    });
    expect((await ahead.next()).value).toBe(1);
    expect((await ahead.next()).value).toBe(2);
    await expect(ahead.next()).rejects.toThrow('three');
    await ahead.close();
  });

  it('waits for what runs before it lets go', async () => {
    const events: string[] = [];
    const ahead = over(
      2,
      async (value) => {
        await later(5);
        events.push(`worked on ${value}`);
      },
      async () => void events.push('released'),
    );
    await ahead.next();
    await ahead.close();
    expect(events.at(-1)).toBe('released');
    expect(await ahead.next()).toMatchObject({ done: false });
  });
});
