import { expect, test } from 'vitest';
import { expectAxes } from './expect-axes';

test('expectAxes refuses an axis that the shape lacks', () => {
  expect(() => expectAxes('p', [1, 2], [null, 3, 4])).not.toThrow();
  expect(() => expectAxes("LayerNormalization 'n'", [1, 3], [null, 3, 4])).toThrowErrorMatchingInlineSnapshot(
    `[TenlabError: LayerNormalization 'n': the input must have axis 3. Received: shape (None, 3, 4). Choose another \`axis\`; the batch is axis 0, and -1 is the last.]`,
  );
  expect(() => expectAxes('p', [-1], [null, 3])).toThrow(/must have axis -1/);
});
