import type { Symptom } from './finding';

/** Samples as rows of numbers. */
export interface Rows {
  values: Float32Array | Int32Array | Uint8Array;
  /** Numbers per row. */
  width: number;
}

/** Inputs that are far from about 1, and those that never change. Words and categories, which are whole numbers into a table, are left out. */
export function examineInputs({ values, width }: Rows, areIndices: boolean): Symptom[] {
  if (areIndices || values.length === 0) return [];
  const symptoms: Symptom[] = [];
  let largest = 0;
  for (const value of values) largest = Math.max(largest, Math.abs(value));
  if (largest > 20) {
    symptoms.push({
      code: 'inputs-not-scaled',
      layer: null,
      message: `The inputs reach ${inShort(largest)} in size. Networks learn best from inputs of about 1.`,
      remedy:
        largest <= 255
          ? 'Divide pictures by 255, or begin the model with Rescaling({ scale: 1 / 255 }).'
          : 'Begin the model with a Normalization layer adapted to the training data.',
    });
  }
  const constant = constantColumns({ values, width });
  if (width <= 200 && values.length / width >= 10 && constant.length > 0) {
    symptoms.push({
      code: 'constant-inputs',
      layer: null,
      message: `Input column${constant.length > 1 ? 's' : ''} ${listed(constant)} of ${width} never change${constant.length > 1 ? '' : 's'}.`,
      remedy: 'Drop what tells nothing, or look for a fault in how the data was read.',
    });
  }
  return symptoms;
}

/** Classes that come one after the other, in data that is not shuffled, and one class that is nearly all. */
export function examineLabels(labels: ArrayLike<number>, isShuffled: boolean | null): Symptom[] {
  const symptoms: Symptom[] = [];
  const counts = new Map<number, number>();
  let changes = 0;
  for (let i = 0; i < labels.length; i++) {
    counts.set(labels[i]!, (counts.get(labels[i]!) ?? 0) + 1);
    if (i > 0 && labels[i] !== labels[i - 1]) changes++;
  }
  const largest = Math.max(0, ...counts.values());
  // In random order the label changes at this share of the places, on average.
  let chance = 1;
  for (const count of counts.values()) chance -= (count / labels.length) ** 2;
  if (isShuffled !== true && labels.length >= 50 && counts.size > 1 && changes < 0.2 * chance * labels.length) {
    symptoms.push({
      code: 'labels-in-order',
      layer: null,
      message: `The labels come in order: among the first ${labels.length} they change ${changes} times, where chance would give about ${Math.round(chance * labels.length)}.`,
      remedy: 'Shuffle the data: leave `shuffle` of fit at true, or shuffle the data set before it is batched.',
    });
  }
  if (labels.length >= 50 && counts.size > 1 && largest > 0.9 * labels.length) {
    const [label] = [...counts].find(([, count]) => count === largest)!;
    symptoms.push({
      code: 'classes-unbalanced',
      layer: null,
      message: `${Math.round((100 * largest) / labels.length)} % of the labels are ${label}: a model that always says so is as accurate.`,
      remedy: 'Weigh the classes with `classWeight`, and look at precision and recall instead of accuracy.',
    });
  }
  return symptoms;
}

/** Validation samples that are training samples too, bit by bit. */
export function examineLeakage(training: Rows, validation: Rows): Symptom[] {
  const known = new Set(rowKeys(training));
  const keys = rowKeys(validation);
  const shared = keys.filter((key) => known.has(key)).length;
  // Rows of few numbers, or of few values, repeat by chance.
  const share = shared / Math.max(1, keys.length);
  if (validation.width < 4 || new Set(keys).size < keys.length / 2 || share < 0.05) return [];
  return [
    {
      code: 'test-data-in-training',
      layer: null,
      message: `${shared} of ${keys.length} validation samples are among the first ${known.size} training samples: validation tells nothing about new data.`,
      remedy: 'Split the data first, and give fit each part once.',
    },
  ];
}

function rowKeys({ values, width }: Rows): string[] {
  const keys: string[] = [];
  for (let at = 0; at + width <= values.length; at += width) keys.push(values.subarray(at, at + width).join());
  return keys;
}

function constantColumns({ values, width }: Rows): number[] {
  const columns = Array.from({ length: width }, (_, column) => column);
  return columns.filter((column) => {
    for (let at = column; at < values.length; at += width) if (values[at] !== values[column]) return false;
    return true;
  });
}

function listed(columns: readonly number[]): string {
  return columns.length > 5 ? `${columns.slice(0, 5).join(', ')} and ${columns.length - 5} more` : columns.join(', ');
}

function inShort(value: number): string {
  return value >= 1e6 ? value.toExponential(1) : String(Math.round(value * 100) / 100);
}
