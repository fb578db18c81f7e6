import { parseCsv } from './parse/csv';
import { checkWhere } from './sources/check-where';
import { type DataFile, type FileSetOptions, findDataFile } from './sources/find-data-file';
import { sampleMirrors } from './sources/sample-mirrors';
import type { Table } from './tables/table';

/** @internal */
export const stocksFile: DataFile = {
  name: 'sp500-2000.csv.gz',
  size: 415_968,
  sha256: '9409e9342d0657c747324e4cfabce8a8c7f663bc485b95a3378f36b0a160f8c8',
  mirrors: sampleMirrors('sp500-2000.csv.gz'),
  sample: true,
};

/** Daily prices of the S&P 500. */
export interface Stocks {
  name: 'sp500';
  /** Where the data were found, for people. */
  source: string;
  sha256: string;
  licence: string;
  publisher: string;
  /** Trading days, oldest first, as `2000-01-03`. */
  dates: readonly string[];
  open: Float64Array;
  high: Float64Array;
  low: Float64Array;
  close: Float64Array;
  volume: Float64Array;
  /** All of it, the adjusted close (adjclose) too. */
  table: Table;
}

/**
 * The S&P 500, each of its 5,105 trading days from 2000-01-03 to 2020-04-17: opening, highest, lowest and closing value, volume.
 *
 * Looks in this order, and `source` says where it was: `sp500-2000.csv.gz` (or unpacked) in `~/.keras/datasets` (`$KERAS_HOME` is
 * respected); the npm package `@tenlab/sample-data`; a download, with SHA-256. With `folder` only that folder is used; with
 * `baseUrl`, as in a browser, the file is fetched from there.
 *
 * Throws a {@link TenlabError} for a damaged file, naming it, and where the data are not found and cannot be fetched.
 *
 * @example
 * const { dates, close } = await stocks();
 * dates[0]; // '2000-01-03'
 * close[0]; // 1455.219971
 *
 * Source: Yahoo Finance, by way of vega-datasets (sp500-2000.csv).
 */
export async function stocks(options: FileSetOptions = {}): Promise<Stocks> {
  checkWhere(options, ['bundled'], 'stocks');
  const { bytes, source } = await findDataFile('stocks', stocksFile, options);
  const table = parseCsv(new TextDecoder().decode(bytes), {}, stocksFile.name);
  return {
    name: 'sp500',
    source,
    sha256: stocksFile.sha256!,
    licence: 'BSD-3-Clause',
    publisher: 'Yahoo Finance, by way of https://github.com/vega/vega-datasets',
    dates: table.texts('date'),
    open: table.numbers('open'),
    high: table.numbers('high'),
    low: table.numbers('low'),
    close: table.numbers('close'),
    volume: table.numbers('volume'),
    table,
  };
}
