import { expect, it } from 'vitest';
import { bytesSource } from './byte-source';
import { partSource } from './part-source';

it('reads within its part of another source, and no further', async () => {
  const whole = bytesSource(Uint8Array.of(1, 2, 3, 4, 5), 'a.zip');
  const part = partSource(whole, 1, 3, "a.zip, entry 'x'");
  expect(part).toMatchObject({ size: 3, place: "a.zip, entry 'x'" });
  expect([...(await part.read(1, 3))]).toEqual([3, 4]);
  await expect(part.read(1, 4)).rejects.toThrow("a.zip, entry 'x': bytes 1 to 4. Received: a file of 3 bytes.");
  await part.close();
  expect([...(await whole.read(0, 1))]).toEqual([1]);
});
