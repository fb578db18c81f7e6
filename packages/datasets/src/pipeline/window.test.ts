import { describe, expect, it } from 'vitest';
import { expectResumable } from '../testing/expect-resumable';
import { Dataset } from './dataset';

const seven = () => Dataset.fromArrays([0, 1, 2, 3, 4, 5, 6]);

// The examples of tf.data.Dataset.window, with what they print.
describe('window', () => {
  it('does not overlap by itself, and ends with a small one', async () => {
    expect(await seven().window(3).toArray()).toEqual([[0, 1, 2], [3, 4, 5], [6]]);
    expect(await seven().window(3, { dropRemainder: true }).toArray()).toEqual([
      [0, 1, 2],
      [3, 4, 5],
    ]);
  });

  it('begins a window at each `shift`-th element', async () => {
    const data = seven().window(3, { shift: 2, dropRemainder: true });
    expect(await data.toArray()).toEqual([
      [0, 1, 2],
      [2, 3, 4],
      [4, 5, 6],
    ]);
  });

  it('takes each `stride`-th element', async () => {
    const data = seven().window(3, { shift: 1, stride: 2, dropRemainder: true });
    expect(await data.toArray()).toEqual([
      [0, 2, 4],
      [1, 3, 5],
      [2, 4, 6],
    ]);
  });

  it('passes over what lies between windows', async () => {
    expect(await seven().window(2, { shift: 3 }).toArray()).toEqual([[0, 1], [3, 4], [6]]);
  });

  it.each([
    [3, {}],
    [3, { dropRemainder: true }],
    [3, { shift: 1 }],
    [3, { shift: 1, stride: 2, dropRemainder: true }],
    [2, { shift: 3 }],
    [2, { shift: 5, stride: 3 }],
    [9, { dropRemainder: true }],
  ])('of %i with %j knows its size and goes on exactly where it was', async (size, options) => {
    const make = () => seven().shuffle(3, { seed: 1 }).window(size, options);
    expect(make().size).toBe((await make().toArray()).length);
    await expectResumable(make);
  });
});
