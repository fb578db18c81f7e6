import { expect, test } from 'vitest';
import { camelCaseKeys } from './camel-case';

test('names are spelled the way of TypeScript, values stay', () => {
  const config = { kernel_size: 3, return_sequences: true, l2: 'from_logits' };
  expect(camelCaseKeys(config)).toEqual({ kernelSize: 3, returnSequences: true, l2: 'from_logits' });
});
