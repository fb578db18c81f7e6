import { describe, expect, it } from 'vitest';
import { formatPath } from './format-path';

describe('formatPath', () => {
  const values = { epoch: 7, val_loss: 0.12345, loss: 123456.789, small: 0.00001234 };

  // What Python's str.format gives.
  it.each([
    ['{epoch}', '7'],
    ['{epoch:02d}-{val_loss:.2f}.keras', '07-0.12.keras'],
    ['{epoch:4d}', '   7'],
    ['{loss:.1e}', '1.2e+05'],
    ['{small:.2e}', '1.23e-05'],
    ['{val_loss:f}', '0.123450'],
    ['{val_loss:.3g}', '0.123'],
    ['{val_loss:08.3f}', '0000.123'],
    ['{{epoch}}-{epoch}', '{epoch}-7'],
    ['plain.keras', 'plain.keras'],
  ])('writes %s as Python does', (template, expected) => {
    expect(formatPath(template, values)).toBe(expected);
  });

  it('names what there is when a value is missing', () => {
    expect(() => formatPath('{val_acc:.2f}.keras', values)).toThrowErrorMatchingInlineSnapshot(
      `[TenlabError: path '{val_acc:.2f}.keras': a value named \`val_acc\`. Received: ['epoch', 'val_loss', 'loss', 'small']. Use one of these names.]`,
    );
  });

  it('refuses formats it does not know, and whole numbers that are none', () => {
    expect(() => formatPath('{epoch:x}', values)).toThrowErrorMatchingInlineSnapshot(
      `[TenlabError: path '{epoch:x}': a format such as 02d, .4f, .2e or .3g that fits its value. Received: 'x' for 7. Whole numbers go with d, others with f, e or g.]`,
    );
    expect(() => formatPath('{val_loss:02d}', values)).toThrow(/'02d' for 0.12345/);
  });
});
