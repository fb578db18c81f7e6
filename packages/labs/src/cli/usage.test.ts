import { expect, it } from 'vitest';
import { oneOf, wholeNumber } from './usage';

const epochs = { option: '--epochs', least: 1, most: 1000, example: 10 };

it('reads whole numbers', async () => {
  expect([await wholeNumber('1', epochs), await wholeNumber('0010', epochs)]).toEqual([1, 10]);
});

it.each(['0', '1001', '-3', '1.5', '1e2', '0x10', 'ten', '', ' 3', '3 ', '٣', 'NaN', 'Infinity', '9'.repeat(40)])(
  'refuses %j',
  async (text) => {
    await expect(wholeNumber(text, epochs)).rejects.toMatchObject({ code: 'usage' });
  },
);

it('says what was expected, what came and what to do', async () => {
  await expect(wholeNumber('abc', epochs)).rejects.toThrowErrorMatchingInlineSnapshot(
    `[TenlabError: --epochs: a whole number from 1 to 1,000. Received: 'abc'. Write it in digits, for example \`--epochs 10\`.]`,
  );
  await expect(oneOf('wsm', '--backend', ['auto', 'wasm'])).rejects.toThrowErrorMatchingInlineSnapshot(
    `[TenlabError: --backend: one of auto, wasm. Received: 'wsm'. For example \`--backend auto\`.]`,
  );
});
