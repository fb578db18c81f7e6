import { describe, expect, test } from 'vitest';
import { goldenTests } from './golden-tests';

// The cases run on the cpu backend.
test('a class without cases is an error', () => {
  expect(() => goldenTests({ cases: [] }, 'Adam', async () => [])).toThrow("golden cases for 'Adam'");
});

describe('a class with cases', () => {
  goldenTests({ cases: [{ name: 'Adam_1', class_name: 'Adam' }] }, 'Adam', async () => [
    { what: 'value', excess: 0.5, text: '' },
  ]);
});
