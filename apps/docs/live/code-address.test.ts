import { expect, it } from 'vitest';
import { fromAddress, holdsCode, toAddress } from './code-address';

const original = { entry: 'labs/a/lab.ts', files: { 'labs/a/lab.ts': 'one', 'texts.ts': 'two' } };

it('carries what was changed, and nothing else', async () => {
  const edited = { ...original, files: { ...original.files, 'labs/a/lab.ts': 'three 层 \u{1f600}' } };
  const hash = await toAddress(original, edited);
  expect(hash).toMatch(/^#code=[\w-]+$/);
  expect(holdsCode(hash)).toBe(true);
  expect(await fromAddress(original, hash)).toEqual(edited);
  expect(await toAddress(original, original)).toBe('');
});

it('takes no file that the lab does not have, and throws for a damaged address', async () => {
  const other = { ...original, files: { ...original.files, 'evil.ts': 'x' } };
  expect(await fromAddress(original, await toAddress(original, other))).toEqual(original);
  await expect(fromAddress(original, '#code=!')).rejects.toThrow();
  expect(holdsCode('#code')).toBe(false);
});
