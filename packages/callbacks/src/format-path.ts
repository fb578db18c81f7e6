import { inWords, TenlabError } from '@tenlab/core';

/**
 * Fills in a template of a path: `{name}`, with Python's formats for whole numbers (`{epoch:03d}`), fixed decimals (`{val_loss:.2f}`),
 * exponents (`{loss:.1e}`) and general ones (`{loss:.3g}`). `{{` and `}}` are braces.
 *
 * Throws for a name that is not among the values, naming those there are, and for a format that is none of these.
 *
 * @example
 * formatPath('{epoch:02d}-{val_loss:.2f}.keras', { epoch: 3, val_loss: 0.1278 }); // '03-0.13.keras'
 */
export function formatPath(template: string, values: Readonly<Record<string, number>>): string {
  return template.replaceAll(/\{\{|\}\}|\{([^{}:]*)(?::([^{}]*))?\}/g, (found, name?: string, format = '') => {
    if (name === undefined) return found[0] as string;
    const value = values[name];
    if (value !== undefined) return formatNumber(value, format, template);
    throw new TenlabError({
      code: 'missing-metric',
      place: `path '${template}'`,
      expected: `a value named \`${name}\``,
      received: Object.keys(values),
      remedy: 'Use one of these names.',
    });
  });
}

function formatNumber(value: number, format: string, template: string): string {
  const [, zero, width = '0', precision, kind] = /^(0?)(\d*)(?:\.(\d+))?([dfeg]?)$/.exec(format) ?? [];
  if (kind === undefined || (kind === 'd' && !Number.isInteger(value))) {
    throw new TenlabError({
      code: 'invalid-format',
      place: `path '${template}'`,
      expected: 'a format such as 02d, .4f, .2e or .3g that fits its value',
      received: inWords(`'${format}' for ${value}`),
      remedy: 'Whole numbers go with d, others with f, e or g.',
    });
  }
  const digits = precision === undefined ? 6 : Number(precision);
  const text = {
    '': () => String(value),
    d: () => String(value),
    f: () => value.toFixed(digits),
    e: () => withTwoDigits(value.toExponential(digits)),
    g: () => String(Number(value.toPrecision(Math.max(1, digits)))),
  }[kind as '' | 'd' | 'f' | 'e' | 'g']();
  return text.padStart(Number(width || '0'), zero ? '0' : ' ');
}

/** Python writes exponents with two digits at least. */
function withTwoDigits(text: string): string {
  return text.replace(/e([+-])(\d)$/, 'e$10$2');
}
