import { expect, test } from 'vitest';
import { aligned } from './aligned';

test('the first column flush left, the others flush right', () => {
  const rows = [
    ['net', 'ours', 'ratio'],
    ['mnist-cnn', '6.00', '0.75'],
    ['x', '100'],
  ];
  expect(`\n${aligned(rows)}`).toMatchInlineSnapshot(`
    "
    net        ours  ratio
    mnist-cnn  6.00   0.75
    x           100"
  `);
});
