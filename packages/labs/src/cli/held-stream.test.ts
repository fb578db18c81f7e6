import { expect, it } from 'vitest';
import { HeldStream } from './held-stream';

it('holds texts back until it is let go', () => {
  const written: string[] = [];
  const stream = {
    write: (text: string) => written.push(text),
    isTTY: true,
    columns: 120,
  } as unknown as NodeJS.WriteStream;
  const held = new HeldStream(stream);
  held.write('0');
  held.hold();
  held.write('a');
  held.write('b');
  expect(written).toEqual(['0']);
  expect(held.heldFor).toBeGreaterThan(0);
  held.letGo();
  held.letGo();
  held.write('c');
  expect(held.heldFor).toBe(0);
  expect([written, held.isTTY, held.columns]).toEqual([['0', 'ab', 'c'], true, 120]);
});
