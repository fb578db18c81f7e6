import { TenlabError } from './tenlab-error';

/**
 * Refuses options that do not exist: an option that is ignored is worse than an error.
 *
 * @param options what the caller passed; `undefined` is no options
 * @param known the names that exist
 * @param place who is asking, as in "fit" or "Dense 'dense_1'"
 * @throws TenlabError `unknown-option` naming the option, the nearest known one and all of them; `invalid-argument` where
 *   `options` is not an object
 *
 * @example
 * checkOptions({ epoch: 3 }, ['epochs', 'batchSize'], 'fit');
 * // TenlabError: fit: no option `epoch` exists. Received: { epoch: 3 }. Did you mean `epochs`? The options are `epochs`, `batchSize`.
 */
export function checkOptions(options: unknown, known: readonly string[], place: string): void {
  if (options === undefined) return;
  if (typeof options !== 'object' || options === null || Array.isArray(options)) {
    throw new TenlabError({
      code: 'invalid-argument',
      place,
      expected: 'the options must be an object',
      received: options,
      remedy: `Pass an object with any of ${listOf(known)}.`,
    });
  }
  const unknown = Object.keys(options).find((name) => !known.includes(name));
  if (unknown === undefined) return;
  const near = nearest(unknown, known);
  throw new TenlabError({
    code: 'unknown-option',
    place,
    expected: `no option \`${unknown}\` exists`,
    received: options,
    remedy: `${near === undefined ? '' : `Did you mean \`${near}\`? `}The options are ${listOf(known)}.`,
  });
}

/**
 * Refuses a choice that is not one of the known names.
 *
 * @throws TenlabError `unknown-choice` naming the nearest and all known names
 *
 * @example
 * checkChoice('wsm', ['auto', 'wasm', 'cpu'], '`name`', 'useBackend');
 * // TenlabError: useBackend: `name` must be one of 'auto', 'wasm', 'cpu'. Received: 'wsm'. Did you mean 'wasm'?
 */
export function checkChoice<Name extends string>(
  value: unknown,
  known: readonly Name[],
  subject: string,
  place: string,
): asserts value is Name {
  if (known.includes(value as Name)) return;
  const near = typeof value === 'string' ? nearest(value, known) : undefined;
  throw new TenlabError({
    code: 'unknown-choice',
    place,
    expected: `${subject} must be one of ${known.map((name) => `'${name}'`).join(', ')}`,
    received: value,
    remedy: near === undefined ? 'Pass one of these names.' : `Did you mean '${near}'?`,
  });
}

function listOf(names: readonly string[]): string {
  return names.length === 0 ? 'none' : names.map((name) => `\`${name}\``).join(', ');
}

/** The known name that has this one as a word, else the one with the fewest changed letters, at most a third of it. */
function nearest(name: string, known: readonly string[]): string | undefined {
  let best: string | undefined;
  let fewest = Number.POSITIVE_INFINITY;
  for (const candidate of known) {
    if (isWordOf(name.toLowerCase(), candidate)) return candidate;
    const changes = editDistance(name.toLowerCase(), candidate.toLowerCase());
    if (changes < fewest && changes <= Math.max(1, Math.floor(candidate.length / 3))) {
      best = candidate;
      fewest = changes;
    }
  }
  return best;
}

/** Whether 'tensorflow-gpu' has the word 'gpu', or `batchSize` the word 'batch'. */
function isWordOf(word: string, name: string): boolean {
  return name.toLowerCase() !== word && name.split(/[-_]|(?=[A-Z])/).some((part) => part.toLowerCase() === word);
}

/** Levenshtein's distance, one row at a time. */
function editDistance(from: string, to: string): number {
  let row = Array.from({ length: to.length + 1 }, (_, index) => index);
  for (let i = 0; i < from.length; i++) {
    const next = [i + 1];
    for (let j = 0; j < to.length; j++) {
      next.push(Math.min(row[j + 1]! + 1, next[j]! + 1, row[j]! + (from[i] === to[j] ? 0 : 1)));
    }
    row = next;
  }
  return row[to.length]!;
}
