/** Something in the command line itself is wrong: the exit code is 2 then, and 1 when a run fails. */
export const usageCode = 'usage';

export interface WholeNumberOptions {
  /** As it is written, such as `--epochs`. */
  option: string;
  least: number;
  most: number;
  /** A good value. */
  example: number;
}

/**
 * Reads a whole number written in digits alone: no sign, no point, no exponent.
 *
 * @example
 * await wholeNumber('12', { option: '--epochs', least: 1, most: 1000, example: 10 }); // 12
 *
 * @throws TenlabError `usage`
 */
export async function wholeNumber(text: string, { option, least, most, example }: WholeNumberOptions): Promise<number> {
  const value = /^\d{1,15}$/.test(text) ? Number(text) : Number.NaN;
  if (value >= least && value <= most) return value;
  const range = `from ${least.toLocaleString('en-US')} to ${most.toLocaleString('en-US')}`;
  return refuse(option, `a whole number ${range}`, text, `Write it in digits, for example \`${option} ${example}\`.`);
}

/**
 * Reads one of a few words.
 *
 * @throws TenlabError `usage`
 */
export async function oneOf<Word extends string>(text: string, option: string, words: readonly Word[]): Promise<Word> {
  const word = words.find((candidate) => candidate === text);
  return word ?? refuse(option, `one of ${words.join(', ')}`, text, `For example \`${option} ${words[0]}\`.`);
}

/** Refuses something in the command line. */
export async function refuse(place: string, expected: string, received: string, remedy: string): Promise<never> {
  // The error's package brings TensorFlow.js along; a command line without mistakes need not wait for it.
  const { TenlabError } = await import('@tenlab/core');
  throw new TenlabError({ code: usageCode, place, expected, received, remedy });
}
