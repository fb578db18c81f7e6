/** One example: numbers of one type, or a text. */
export type Row = Uint8Array | Int32Array | Float32Array | Float64Array | string;

/** Finds rows that are the same, value by value. */
export class RowIndex {
  readonly #rows: Row[] = [];
  readonly #buckets = new Map<number, number[]>();

  /** The number of the first row that is the same; undefined for a new one. */
  find(row: Row): number | undefined {
    return this.#buckets.get(hashOf(row))?.find((index) => areSame(this.#rows[index]!, row));
  }

  /** Takes a row in under the next number, unless the same is there: then gives that one's number. */
  add(row: Row): number | undefined {
    const known = this.find(row);
    this.#rows.push(row);
    if (known !== undefined) return known;
    const hash = hashOf(row);
    const bucket = this.#buckets.get(hash);
    if (bucket === undefined) this.#buckets.set(hash, [this.#rows.length - 1]);
    else bucket.push(this.#rows.length - 1);
    return undefined;
  }
}

/** FNV-1a, 32 bits: rows with one hash are compared, so that a collision costs time and no truth. */
function hashOf(row: Row): number {
  let hash = 0x811c9dc5;
  if (typeof row === 'string') {
    for (let index = 0; index < row.length; index++) hash = Math.imul(hash ^ row.charCodeAt(index), 0x01000193);
    return hash;
  }
  const bytes = new Uint8Array(row.buffer, row.byteOffset, row.byteLength);
  for (let index = 0; index < bytes.length; index++) hash = Math.imul(hash ^ bytes[index]!, 0x01000193);
  return hash;
}

function areSame(a: Row, b: Row): boolean {
  if (typeof a === 'string' || typeof b === 'string') return a === b;
  if (a.length !== b.length) return false;
  for (let index = 0; index < a.length; index++) if (!Object.is(a[index], b[index])) return false;
  return true;
}
