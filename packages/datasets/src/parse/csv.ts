import { checkOptions, inWords, TenlabError } from '@tenlab/core';
import Papa from 'papaparse';
import { type Column, Table } from '../tables/table';

export interface CsvOptions {
  /** What stands between two values. Default: `,`. */
  delimiter?: string;
  /** The columns' names, for a file whose first line is data already. Default: the first line has them. */
  names?: readonly string[];
  /** Texts that stand for an unknown value. Default: none at all, `NA`, `NaN`, `?`. */
  unknown?: readonly string[];
  /** Text in quotes may hold delimiters and line ends. Default true; false takes quotes as they come. */
  quotes?: boolean;
}

/**
 * Reads text in CSV: values between delimiters, text with delimiters in quotes.
 *
 * A column whose every known value is a number holds numbers, NaN for what is unknown; any other holds texts as they are. `place` names the
 * file in errors. Throws a {@link TenlabError} for a line with too few or too many values, a quote that never ends, and two columns of one name.
 *
 * @example
 * const table = parseCsv('x,name\n1,a\n?,"b, c"\n');
 * table.rows(); // [{ x: 1, name: 'a' }, { x: NaN, name: 'b, c' }]
 *
 * Source: RFC 4180.
 */
export function parseCsv(text: string, options: CsvOptions = {}, place = 'CSV data'): Table {
  checkOptions(options, ['delimiter', 'names', 'unknown', 'quotes'], 'parseCsv');
  const { delimiter = ',', names: given, unknown = ['', 'NA', 'NaN', '?'], quotes = true } = options;
  const fail = (expected: string, received: string, remedy: string): never => {
    throw new TenlabError({ code: 'invalid-file', place, expected, received: inWords(received), remedy });
  };
  const { data, errors } = Papa.parse<string[]>(text.replace(/^\ufeff/, ''), {
    delimiter,
    skipEmptyLines: true,
    // A character that no text holds.
    ...(quotes ? {} : { quoteChar: '\u0000' }),
  });
  const [error] = errors;
  if (error !== undefined)
    fail('whole CSV', `${error.message}, near row ${(error.row ?? 0) + 1}`, 'Mend the quotes there.');
  const names = given ?? data.shift() ?? fail('a first line with names', 'no line at all', 'Check the file.');
  const twice = names.find((name, index) => names.indexOf(name) !== index);
  if (twice !== undefined) fail('a name of its own for each column', `'${twice}' twice`, 'Rename one of the two.');
  const odd = data.findIndex((row) => row.length !== names.length);
  if (odd !== -1) {
    fail(
      `${names.length} values in each row`,
      `${data[odd]!.length} in row ${odd + 1} of the data`,
      'Mend that row, or check `delimiter`.',
    );
  }
  return new Table(Object.fromEntries(names.map((name, at) => [name, columnOf(data, at, new Set(unknown))])));
}

function columnOf(rows: readonly string[][], at: number, unknown: ReadonlySet<string>): Column {
  const texts = rows.map((row) => row[at]!);
  const numbers = Float64Array.from(texts, (text) => (unknown.has(text.trim()) ? Number.NaN : Number(text)));
  const isNumeric = texts.some((text) => !unknown.has(text.trim())) && texts.every(isNumberOrUnknown);
  return isNumeric ? numbers : texts;

  function isNumberOrUnknown(text: string, row: number): boolean {
    return unknown.has(text.trim()) || !Number.isNaN(numbers[row]);
  }
}
