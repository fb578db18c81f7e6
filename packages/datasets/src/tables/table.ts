import { inWords, TenlabError } from '@tenlab/core';

/** What a column holds: numbers, NaN where the value is unknown, or texts. */
export type Column = Float64Array | readonly string[];

/**
 * A table: columns of numbers or texts, by name, all of one length. What is unknown is NaN in a column of numbers.
 *
 * @example
 * const table = new Table({ x: Float64Array.of(1, NaN), name: ['a', 'b'] });
 * table.rows(); // [{ x: 1, name: 'a' }, { x: NaN, name: 'b' }]
 * table.withoutUnknown().length; // 1
 */
export class Table {
  /** The columns' names, in order. */
  readonly names: readonly string[];
  /** The number of rows. */
  readonly length: number;
  readonly #columns: Readonly<Record<string, Column>>;

  /** Throws when the columns are not all of one length. */
  constructor(columns: Readonly<Record<string, Column>>) {
    this.#columns = columns;
    this.names = Object.keys(columns);
    this.length = columns[this.names[0] ?? '']?.length ?? 0;
    const other = this.names.find((name) => columns[name]!.length !== this.length);
    if (other === undefined) return;
    throw new TenlabError({
      code: 'invalid-data',
      place: 'Table',
      expected: `columns of ${this.length} values`,
      received: inWords(`${columns[other]!.length} in '${other}'`),
      remedy: 'Give each column a value for each row; NaN for an unknown number.',
    });
  }

  /** Whether a column holds numbers. Throws for a name that is none of the table's. */
  isNumeric(name: string): boolean {
    return this.#column(name) instanceof Float64Array;
  }

  /** A column of numbers, shared with the table. Throws for a column of texts. */
  numbers(name: string): Float64Array {
    const column = this.#column(name);
    if (column instanceof Float64Array) return column;
    throw new TenlabError({
      code: 'invalid-data',
      place: `Table, column '${name}'`,
      expected: 'numbers',
      received: column.find((text) => !Number.isFinite(Number(text))),
      remedy: 'Use `texts`, or name the texts that stand for unknown numbers in `unknown` when reading the file.',
    });
  }

  /** A column as texts. Numbers are written in JavaScript's way. */
  texts(name: string): readonly string[] {
    const column = this.#column(name);
    return column instanceof Float64Array ? Array.from(column, String) : column;
  }

  /** Columns of numbers side by side as float32 of shape [rows, columns]: what a model takes. */
  matrix(names: readonly string[] = this.names): { data: Float32Array; shape: [rows: number, columns: number] } {
    const data = new Float32Array(this.length * names.length);
    for (const [at, name] of names.entries()) {
      const values = this.numbers(name);
      for (let row = 0; row < this.length; row++) data[row * names.length + at] = values[row]!;
    }
    return { data, shape: [this.length, names.length] };
  }

  /** The rows with these indices, in this order. */
  take(rows: ArrayLike<number>): Table {
    const all = Array.from(rows);
    const outside = all.find((row) => !Number.isInteger(row) || row < 0 || row >= this.length);
    if (outside !== undefined) {
      throw new TenlabError({
        code: 'invalid-argument',
        place: 'Table.take',
        expected: `indices from 0 to ${this.length - 1}`,
        received: outside,
        remedy: 'Count the rows from 0.',
      });
    }
    return this.#map((column) =>
      column instanceof Float64Array ? Float64Array.from(all, (row) => column[row]!) : all.map((row) => column[row]!),
    );
  }

  /** The rows in which no number is unknown. */
  withoutUnknown(): Table {
    const numeric = this.names.filter((name) => this.isNumeric(name)).map((name) => this.numbers(name));
    const known = Array.from({ length: this.length }, (_, row) => row).filter((row) =>
      numeric.every((column) => !Number.isNaN(column[row])),
    );
    return this.take(known);
  }

  /** The rows as objects. */
  rows(): Record<string, number | string>[] {
    return Array.from({ length: this.length }, (_, row) =>
      Object.fromEntries(this.names.map((name) => [name, this.#columns[name]![row]!])),
    );
  }

  #map(change: (column: Column) => Column): Table {
    return new Table(Object.fromEntries(this.names.map((name) => [name, change(this.#columns[name]!)])));
  }

  #column(name: string): Column {
    const column = Object.hasOwn(this.#columns, name) ? this.#columns[name] : undefined;
    if (column !== undefined) return column;
    throw new TenlabError({
      code: 'missing-column',
      place: 'Table',
      expected: `one of the columns ${this.names.map((known) => `'${known}'`).join(', ')}`,
      received: name,
      remedy: 'Use a name from the first line of the file.',
    });
  }
}
