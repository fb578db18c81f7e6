import { LabelArray } from './arrays/label-array';
import { parseCsv } from './parse/csv';
import { checkWhere } from './sources/check-where';
import { type DataFile, type FileSetOptions, findDataFile } from './sources/find-data-file';
import { sampleMirrors } from './sources/sample-mirrors';
import type { Table } from './tables/table';

/** @internal */
export const irisFile: DataFile = {
  name: 'iris.csv',
  size: 3716,
  sha256: '91eb642c3adbc7bad8e99c930c11fa3a5cc8a07262c7a753b4e6ecf405f2e05e',
  mirrors: sampleMirrors('iris.csv'),
  sample: true,
};

const features = ['sepal_length', 'sepal_width', 'petal_length', 'petal_width'] as const;

/** Fisher's flowers, as numbers and as a table. */
export interface Iris {
  name: 'iris';
  /** Where the data were found, for people. */
  source: string;
  sha256: string;
  licence: string;
  publisher: string;
  /** Centimetres, shape [150, 4], in the order of `featureNames`. */
  x: { data: Float32Array; shape: [rows: number, columns: number] };
  /** The species' numbers, shape [150]. */
  y: LabelArray;
  featureNames: readonly string[];
  /** What each label means: `classNames[label]`. */
  classNames: readonly string[];
  table: Table;
}

/**
 * Iris: 150 flowers of three species, four lengths in centimetres each; the rows lie sorted by species.
 *
 * Looks in this order, and `source` says where it was: `iris.csv` in `~/.keras/datasets` (`$KERAS_HOME` is respected); the npm package
 * `@tenlab/sample-data`; a download, with SHA-256. With `folder` only that folder is used; with `baseUrl`, as in a browser, the file
 * is fetched from there.
 *
 * Throws a {@link TenlabError} for a damaged file, naming it, and where the data are not found and cannot be fetched.
 *
 * @example
 * const { x, y, classNames } = await iris();
 * x.data.slice(0, 4); // Float32Array [5.1, 3.5, 1.4, 0.2]
 * classNames[y.data[0]!]; // 'setosa'
 *
 * Source: R. A. Fisher, "The use of multiple measurements in taxonomic problems" (1936), data by E. Anderson.
 */
export async function iris(options: FileSetOptions = {}): Promise<Iris> {
  checkWhere(options, ['bundled'], 'iris');
  const { bytes, source } = await findDataFile('iris', irisFile, options);
  const table = parseCsv(new TextDecoder().decode(bytes), {}, irisFile.name);
  const classNames = ['setosa', 'versicolor', 'virginica'];
  return {
    name: 'iris',
    source,
    sha256: irisFile.sha256!,
    licence: 'MIT',
    publisher: 'R. A. Fisher and E. Anderson, 1936; https://github.com/mljs/dataset-iris',
    x: table.matrix(features),
    y: new LabelArray(Uint8Array.from(table.texts('species'), (species) => classNames.indexOf(species))),
    featureNames: features,
    classNames,
    table,
  };
}
