import { checkOptions, inWords, TenlabError } from '@tenlab/core';
import type { ArrayData } from '@tenlab/layers';
import { type ArrayLike1, elementAt, lengthOf } from '../elements/element-at';
import { type Batched, stack } from '../elements/stack';
import { Dataset } from '../pipeline/dataset';
import { IndexIterator } from '../pipeline/from-arrays';
import type { Json, Stage, StageIterator } from '../pipeline/stage';

export interface TimeseriesOptions {
  /** Time steps in one window. */
  sequenceLength: number;
  /** Time steps from one window's beginning to the next one's. Default 1. */
  sequenceStride?: number;
  /** Time steps from one of a window to its next. Default 1. */
  samplingRate?: number;
  /** Where the data begin, and before which they end. Default: the whole. */
  startIndex?: number;
  endIndex?: number;
}

/**
 * Windows over a series with the target that belongs to each: the one at the window's first time step. Give targets shifted to what is to be
 * predicted, as Keras does.
 *
 * Elements are `[window, target]`, or windows alone where `targets` is null; a window is `{ data, shape: [sequenceLength, …] }`. They can be read
 * in any order, so `split` and `weighted` follow. Keras: `timeseries_dataset_from_array`, there in batches.
 *
 * @example
 * // From ten days to the next one.
 * const data = timeseries(prices, prices.slice(10), { sequenceLength: 10 });
 * for await (const [window, next] of data) …;
 *
 * @throws TenlabError where the series is shorter than one window
 */
export function timeseries(data: ArrayLike1, targets: null, options: TimeseriesOptions): Dataset<ArrayData>;
export function timeseries(
  data: ArrayLike1,
  targets: ArrayLike1,
  options: TimeseriesOptions,
): Dataset<[ArrayData, number | ArrayData]>;
export function timeseries(data: ArrayLike1, targets: ArrayLike1 | null, options: TimeseriesOptions): Dataset<never> {
  const names = ['sequenceLength', 'sequenceStride', 'samplingRate', 'startIndex', 'endIndex'];
  checkOptions(options, names, 'timeseries');
  return new Dataset(new TimeseriesStage(data, targets, options)) as Dataset<never>;
}

class TimeseriesStage implements Stage<unknown> {
  readonly name: string;
  readonly sources = [];
  readonly length: number;
  readonly at: (index: number) => unknown;

  constructor(data: ArrayLike1, targets: ArrayLike1 | null, options: TimeseriesOptions) {
    const { sequenceLength, sequenceStride = 1, samplingRate = 1, startIndex = 0, endIndex = lengthOf(data) } = options;
    for (const [name, value] of Object.entries({ sequenceLength, sequenceStride, samplingRate })) {
      if (!Number.isInteger(value) || value < 1) throw wrong(`\`${name}\` to be a whole number from 1`, value);
    }
    if (!(startIndex >= 0 && startIndex < endIndex && endIndex <= lengthOf(data))) {
      throw wrong(`\`startIndex\` before \`endIndex\`, both within ${lengthOf(data)} time steps`, {
        startIndex,
        endIndex,
      });
    }
    const span = (sequenceLength - 1) * samplingRate;
    const starts = endIndex - startIndex - span;
    const most = targets === null ? starts : Math.min(starts, lengthOf(targets) - startIndex);
    if (most < 1) throw wrong(`at least ${span + 1} time steps and a target`, inWords(`${endIndex - startIndex}`));
    this.length = Math.ceil(most / sequenceStride);
    this.name = `timeseries(${this.length} of ${sequenceLength}, stride ${sequenceStride}, rate ${samplingRate})`;
    this.at = (index) => {
      const start = startIndex + index * sequenceStride;
      const steps = Array.from({ length: sequenceLength }, (_, step) => elementAt(data, start + step * samplingRate));
      const window: Batched<unknown> = stack(steps);
      return targets === null ? window : [window, elementAt(targets, start)];
    };
  }

  open(_pass: number, state?: Json): StageIterator<unknown> {
    return new IndexIterator(this, (state as number | undefined) ?? 0);
  }
}

function wrong(expected: string, received: unknown): TenlabError {
  return new TenlabError({
    code: 'invalid-argument',
    place: 'timeseries',
    expected,
    received,
    remedy: 'For example { sequenceLength: 60 } over a series of several hundred steps.',
  });
}
