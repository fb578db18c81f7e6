import { aligned } from './aligned';
import type { Times } from './measure';
import type { ParticipantName } from './participant';

/** What the JSON file holds of one participant. Times are medians, in ms; `rounds` are what they are medians of. */
export interface Entry {
  readonly train_ms?: number;
  readonly predict_ms?: number;
  readonly batch: number;
  readonly version: string;
  readonly cannot?: string;
  readonly rounds: { readonly train: readonly number[]; readonly predict: readonly number[] };
}

/** One net: an entry for each participant, and ours divided by the fastest peer. */
export type NetResult = { readonly [participant in ParticipantName]?: Entry } & {
  readonly ratio_train?: number;
  readonly ratio_predict?: number;
};

export function summarize(times: ReadonlyMap<ParticipantName, Times>, batch: number): NetResult {
  const entries = [...times].map(([name, { version, train, predict, cannot }]): [ParticipantName, Entry] => [
    name,
    {
      ...(train.length > 0 ? { train_ms: median(train) } : {}),
      ...(predict.length > 0 ? { predict_ms: median(predict) } : {}),
      batch,
      version,
      ...(cannot === undefined ? {} : { cannot }),
      rounds: { train, predict },
    },
  ]);
  const result: Partial<Record<ParticipantName, Entry>> = Object.fromEntries(entries);
  const ratio = (time: 'train_ms' | 'predict_ms') => {
    const peers = entries
      .filter(([name]) => name !== 'ours')
      .map(([, entry]) => entry[time] ?? Number.POSITIVE_INFINITY);
    const ours = result.ours?.[time];
    const fastest = Math.min(...peers);
    return ours === undefined || fastest === Number.POSITIVE_INFINITY ? undefined : ours / fastest;
  };
  const train = ratio('train_ms');
  const predict = ratio('predict_ms');
  return {
    ...result,
    ...(train === undefined ? {} : { ratio_train: train }),
    ...(predict === undefined ? {} : { ratio_predict: predict }),
  };
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  const upper = sorted[middle] ?? Number.NaN;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? Number.NaN) + upper) / 2;
}

/** The results as people read them: one row a net, `train / predict` in ms, and the ratios last. */
export function table(results: Readonly<Record<string, NetResult>>, names: readonly ParticipantName[]): string {
  const header = ['net (batch)', ...names, 'ratio'];
  const rows = Object.entries(results).map(([net, result]) => {
    const batch = names.map((name) => result[name]?.batch).find((size) => size !== undefined);
    const cells = names.map((name) => {
      const entry = result[name];
      if (entry === undefined) return '—';
      return `${entry.train_ms === undefined ? 'cannot' : time(entry.train_ms)} / ${time(entry.predict_ms)}`;
    });
    return [`${net} (${batch})`, ...cells, `${ratio(result.ratio_train)} / ${ratio(result.ratio_predict)}`];
  });
  return aligned([header, ...rows]);
}

export function time(ms: number | undefined): string {
  if (ms === undefined) return '—';
  return ms >= 100 ? ms.toFixed(0) : ms >= 10 ? ms.toFixed(1) : ms.toFixed(2);
}

export function ratio(value: number | undefined): string {
  return value === undefined ? '—' : value.toFixed(2);
}
