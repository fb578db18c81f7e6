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
  held.write('a');
  held.write('b');
  expect(written).toEqual([]);
  held.letGo();
  held.letGo();
  held.write('c');
  expect([written, held.isTTY, held.columns]).toEqual([['ab', 'c'], true, 120]);
});
