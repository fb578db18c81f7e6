/** How texts are made alike before they are split: only ASCII letters are lowered, as TensorFlow does. */
export type Standardize =
  | 'lower_and_strip_punctuation'
  | 'lower'
  | 'strip_punctuation'
  | null
  | ((text: string) => string);

/** What texts are split into. */
export type Split = 'whitespace' | 'character' | null | ((text: string) => string[]);

const PUNCTUATION = /[!"#$%&()*+,\-./:;<=>?@[\\\]^_`{|}~']/g;

/** Lowers a text and takes punctuation out, as `standardize` says. */
export function standardizeText(text: string, standardize: Standardize): string {
  if (typeof standardize === 'function') return standardize(text);
  if (standardize === null) return text;
  const lowered = standardize.startsWith('lower') ? text.replace(/[A-Z]/g, (letter) => letter.toLowerCase()) : text;
  return standardize.endsWith('strip_punctuation') ? lowered.replace(PUNCTUATION, '') : lowered;
}

/** The parts of a text: words between whitespace, or characters. */
export function splitText(text: string, split: Split): string[] {
  if (typeof split === 'function') return split(text);
  if (split === 'character') return [...text];
  if (split === null) return [text];
  return text.split(/[ \t\n\v\f\r]+/).filter((word) => word !== '');
}

/** Runs of tokens, joined by blanks: for each width all of its runs. */
export function ngramsOf(tokens: readonly string[], widths: readonly number[]): string[] {
  return widths.flatMap((width) =>
    Array.from({ length: Math.max(0, tokens.length - width + 1) }, (_, at) => tokens.slice(at, at + width).join(' ')),
  );
}
