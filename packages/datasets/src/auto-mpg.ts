import { parseCsv } from './parse/csv';
import { checkWhere } from './sources/check-where';
import { type DataFile, type FileSetOptions, findDataFile } from './sources/find-data-file';
import { sampleMirrors } from './sources/sample-mirrors';
import type { Table } from './tables/table';

/** @internal */
export const autoMpgFile: DataFile = {
  name: 'auto-mpg.csv',
  size: 20126,
  sha256: '43548acd755d940e4b83b9eb28b32fe0022462e1fc16af20df8a885e209f8ce4',
  mirrors: sampleMirrors('auto-mpg.csv'),
  sample: true,
};

/** One car. */
export interface Car {
  /** Miles per gallon; undefined for 8 cars, of which it is not known. */
  mpg: number | undefined;
  cylinders: number;
  /** Cubic inches. */
  displacement: number;
  /** Undefined for 6 cars, of which it is not known. */
  horsepower: number | undefined;
  /** Pounds. */
  weight: number;
  /** Seconds from 0 to 60 miles per hour. */
  acceleration: number;
  modelYear: number;
  origin: 'USA' | 'Europe' | 'Japan';
  name: string;
}

/** Cars and what they burn, as objects and as a table. */
export interface AutoMpg {
  name: 'auto-mpg';
  /** Where the data were found, for people. */
  source: string;
  sha256: string;
  licence: string;
  publisher: string;
  cars: readonly Car[];
  /** Columns mpg, cylinders, displacement, horsepower, weight, acceleration, model_year, origin, name; what is unknown is NaN. */
  table: Table;
}

/**
 * Auto MPG: 406 cars of 1970 to 1982 with their fuel consumption, to be predicted from the rest.
 *
 * As published: 8 cars lack `mpg` and 6 others `horsepower`; `table.withoutUnknown()` has the 392 that lack nothing. No car has the
 * model year 1981 in this copy: those of 1981 and 1982 are all 1982.
 *
 * Looks in this order, and `source` says where it was: `auto-mpg.csv` in `~/.keras/datasets` (`$KERAS_HOME` is respected); the npm
 * package `@tenlab/sample-data`; a download, with SHA-256. With `folder` only that folder is used; with `baseUrl`, as in a browser,
 * the file is fetched from there.
 *
 * Throws a {@link TenlabError} for a damaged file, naming it, and where the data are not found and cannot be fetched.
 *
 * @example
 * const { cars, table } = await autoMpg();
 * cars[0]; // { mpg: 18, cylinders: 8, …, origin: 'USA', name: 'chevrolet chevelle malibu' }
 * table.withoutUnknown().length; // 392
 *
 * Source: StatLib, http://lib.stat.cmu.edu/datasets/cars.desc, by way of vega-datasets; Keras's "Basic regression" uses UCI's copy.
 */
export async function autoMpg(options: FileSetOptions = {}): Promise<AutoMpg> {
  checkWhere(options, ['bundled'], 'autoMpg');
  const { bytes, source } = await findDataFile('auto-mpg', autoMpgFile, options);
  const table = parseCsv(new TextDecoder().decode(bytes), {}, autoMpgFile.name);
  const [mpg, cylinders, displacement, horsepower, weight, acceleration, modelYear] = [
    'mpg',
    'cylinders',
    'displacement',
    'horsepower',
    'weight',
    'acceleration',
    'model_year',
  ].map((name) => table.numbers(name)) as Columns;
  const origin = table.texts('origin') as Car['origin'][];
  const names = table.texts('name');
  return {
    name: 'auto-mpg',
    source,
    sha256: autoMpgFile.sha256!,
    licence: 'BSD-3-Clause',
    publisher: 'StatLib, http://lib.stat.cmu.edu/datasets/; https://github.com/vega/vega-datasets',
    cars: Array.from({ length: table.length }, (_, row) => ({
      mpg: known(mpg[row]!),
      cylinders: cylinders[row]!,
      displacement: displacement[row]!,
      horsepower: known(horsepower[row]!),
      weight: weight[row]!,
      acceleration: acceleration[row]!,
      modelYear: modelYear[row]!,
      origin: origin[row]!,
      name: names[row]!,
    })),
    table,
  };
}

type Numbers = Float64Array;
type Columns = [Numbers, Numbers, Numbers, Numbers, Numbers, Numbers, Numbers];

function known(value: number): number | undefined {
  return Number.isNaN(value) ? undefined : value;
}
