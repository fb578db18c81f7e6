import { expect, it } from 'vitest';
import { base64 } from './base64';

it('writes bytes as Node does', () => {
  const data = Uint8Array.from({ length: 300 }, (_, index) => index);
  expect(base64(data)).toBe(Buffer.from(data).toString('base64'));
});
