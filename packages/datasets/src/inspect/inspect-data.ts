import { type Row, RowIndex } from './row-index';

/** Examples to be looked at. */
export interface Examples {
  count: number;
  /** The example with a number from 0. */
  at(index: number): Row;
  /** The class of each. */
  labels?: ArrayLike<number>;
}

/** What {@link inspectData} finds. */
export interface DataReport {
  examples: { train: number; test: number };
  /** Numbers of the training part; null for texts. NaN counts as unknown. */
  values: { least: number; largest: number; mean: number; deviation: number; unknown: number } | null;
  /** Characters of the training texts; null for numbers. */
  lengths: { least: number; largest: number; mean: number } | null;
  /** How many of each class. */
  classes: { name: string; train: number; test: number }[];
  /** Examples that are the same as one before them in their part. */
  duplicates: { train: number; test: number };
  /** Of all duplicates, those whose label differs from the first one's. */
  conflicting: number;
  /** Test examples that are in the training part too: what a model knows by heart looks like skill. */
  leaked: number;
  /** The most frequent class of the training part has so many times the examples of the rarest. Null without classes. */
  imbalance: number | null;
}

/**
 * Looks a data set over before anything is trained on it: how balanced its classes are, which examples are there twice, which of the test part are
 * in the training part as well, and in which range the values lie.
 *
 * @example
 * const report = inspectData({ train: { count: 3, at: (i) => ['a', 'b', 'a'][i]!, labels: [0, 1, 1] } });
 * report.duplicates.train; // 1
 * report.conflicting; // 1
 */
export function inspectData(data: {
  train: Examples;
  test?: Examples | undefined;
  classNames?: readonly string[];
}): DataReport {
  const { train, test, classNames = [] } = data;
  const index = new RowIndex();
  const trained = duplicatesIn(train, index);
  const tested = test === undefined ? { same: 0, conflicting: 0 } : duplicatesIn(test, new RowIndex());
  let leaked = 0;
  if (test !== undefined) {
    for (let number = 0; number < test.count; number++) if (index.find(test.at(number)) !== undefined) leaked++;
  }
  const classes = countClasses(train, test, classNames);
  const sizes = classes.map((one) => one.train).filter((size) => size > 0);
  return {
    examples: { train: train.count, test: test?.count ?? 0 },
    ...rangeOf(train),
    classes,
    duplicates: { train: trained.same, test: tested.same },
    conflicting: trained.conflicting + tested.conflicting,
    leaked,
    imbalance: sizes.length === 0 ? null : Math.max(...sizes) / Math.min(...sizes),
  };
}

function duplicatesIn({ count, at, labels }: Examples, index: RowIndex): { same: number; conflicting: number } {
  let [same, conflicting] = [0, 0];
  for (let number = 0; number < count; number++) {
    const first = index.add(at(number));
    if (first === undefined) continue;
    same++;
    if (labels !== undefined && labels[first] !== labels[number]) conflicting++;
  }
  return { same, conflicting };
}

function countClasses(
  train: Examples,
  test: Examples | undefined,
  classNames: readonly string[],
): DataReport['classes'] {
  const classes = classNames.map((name) => ({ name, train: 0, test: 0 }));
  for (const [part, examples] of [
    ['train', train],
    ['test', test],
  ] as const) {
    for (const label of Array.from(examples?.labels ?? [])) {
      classes[label] ??= { name: String(label), train: 0, test: 0 };
      classes[label][part]++;
    }
  }
  return classes.filter((one) => one !== undefined);
}

function rangeOf({ count, at }: Examples): Pick<DataReport, 'values' | 'lengths'> {
  let [least, largest] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  let [known, unknown, mean, squares] = [0, 0, 0, 0];
  let texts = false;
  const take = (value: number) => {
    if (Number.isNaN(value)) {
      unknown++;
      return;
    }
    if (value < least) least = value;
    if (value > largest) largest = value;
    // Welford's way: nothing is lost to a large mean.
    known++;
    const difference = value - mean;
    mean += difference / known;
    squares += difference * (value - mean);
  };
  for (let number = 0; number < count; number++) {
    const row = at(number);
    texts = typeof row === 'string';
    if (typeof row === 'string') take(row.length);
    else for (let index = 0; index < row.length; index++) take(row[index]!);
  }
  if (known === 0) return { values: null, lengths: null };
  if (texts) return { values: null, lengths: { least, largest, mean } };
  return { values: { least, largest, mean, deviation: Math.sqrt(squares / known), unknown }, lengths: null };
}
