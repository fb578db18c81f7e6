import { formatValue } from './format-value';

// A registered symbol is the same in every copy of this package (ESM, CommonJS, another version), where `instanceof` is not.
const marker = Symbol.for('tenlab.error');
const wordsMarker = Symbol.for('tenlab.error.words');

/** Text that an error shows as it is, without quotes. Made by {@link inWords}. */
export type Words = { readonly [wordsMarker]: true; readonly text: string };

/** What a {@link TenlabError} is made of. */
export type TenlabErrorOptions = {
  /** A stable name of the kind of error, in kebab case: programs compare it, people may search for it. */
  code: string;
  /** Where it happened, as the user knows it: a layer and its name, an option, a file. */
  place?: string;
  /** What was expected, as a clause without a full stop. */
  expected: string;
  /** What came instead: the value itself, or {@link inWords} for a description. */
  received: unknown;
  /** What to do about it, as one or more sentences. */
  remedy: string;
  /** The error that led to this one. */
  cause?: unknown;
};

/**
 * The one error of all tenlab packages: where it happened, what was expected, what came, what to do.
 *
 * The message reads `place: expected. Received: received. remedy`. Recognise it with {@link TenlabError.isInstance}, which
 * also works when two copies of the package are loaded, and tell kinds apart by `code`.
 *
 * @example
 * const error = new TenlabError({
 *   code: 'invalid-argument',
 *   place: "Dense 'dense_1'",
 *   expected: '`units` must be a positive integer',
 *   received: -3,
 *   remedy: 'Pass the number of outputs, for example 64.',
 * });
 * console.log(error.message);
 * // Dense 'dense_1': `units` must be a positive integer. Received: -3. Pass the number of outputs, for example 64.
 */
export class TenlabError extends Error {
  override readonly name = 'TenlabError';
  readonly code: string;
  readonly place: string | undefined;
  readonly expected: string;
  readonly received: unknown;
  readonly remedy: string;

  constructor({ code, place, expected, received, remedy, cause }: TenlabErrorOptions) {
    const came = isWords(received) ? received.text : formatValue(received);
    const where = place === undefined ? '' : `${place}: `;
    super(
      `${where}${sentence(expected)} ${sentence(`Received: ${came}`)} ${sentence(remedy)}`,
      cause === undefined ? undefined : { cause },
    );
    this.code = code;
    this.place = place;
    this.expected = expected;
    this.received = isWords(received) ? received.text : received;
    this.remedy = remedy;
    Object.defineProperty(this, marker, { value: true });
  }

  /** Whether a value is a tenlab error, made by whichever copy of this package. */
  static isInstance(value: unknown): value is TenlabError {
    return value instanceof Error && marker in value;
  }
}

/**
 * Marks text as a description of what was received, which the error then shows without quotes.
 *
 * @example
 * new TenlabError({ code: 'truncated-file', expected: 'a file of 100 bytes', received: inWords('a file of 12 bytes'),
 *   remedy: 'Fetch it again.' }).message;
 * // 'a file of 100 bytes. Received: a file of 12 bytes. Fetch it again.'
 */
export function inWords(text: string): Words {
  return { [wordsMarker]: true, text };
}

function isWords(value: unknown): value is Words {
  return typeof value === 'object' && value !== null && wordsMarker in value;
}

function sentence(text: string): string {
  return /[.!?]$/.test(text) ? text : `${text}.`;
}
