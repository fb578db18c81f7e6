const encoder = new TextEncoder();

/** How often tokens occur, and in how many documents. */
export class TokenCounts<T extends string | number> {
  readonly #counts = new Map<T, number>();
  readonly #documents = new Map<T, number>();
  readonly #size: number;

  constructor(documents: readonly (readonly T[])[]) {
    this.#size = documents.length;
    for (const document of documents) {
      for (const token of document) this.#counts.set(token, (this.#counts.get(token) ?? 0) + 1);
      for (const token of new Set(document)) this.#documents.set(token, (this.#documents.get(token) ?? 0) + 1);
    }
  }

  /** The most frequent first; of equally frequent ones that which comes last in the order of bytes, as in Keras. */
  mostFrequent(): T[] {
    return [...this.#counts].sort(([a, m], [b, n]) => n - m || compareTokens(b, a)).map(([token]) => token);
  }

  /** Inverse document frequency: `log(1 + documents / (1 + documents with the token))`. */
  rarity(token: T): number {
    return Math.log(1 + this.#size / (1 + (this.#documents.get(token) ?? 0)));
  }
}

function compareTokens(a: string | number, b: string | number): number {
  if (typeof a === 'number' || typeof b === 'number') return Number(a) - Number(b);
  const [left, right] = [encoder.encode(a), encoder.encode(b)];
  const at = left.findIndex((byte, i) => byte !== right[i]);
  return at < 0 ? left.length - right.length : (left[at] as number) - (right[at] ?? -1);
}
