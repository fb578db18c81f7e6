import { duration, inLanguage, type Language, readable, type Text } from '../texts';
import type { EpochEvent } from './events';

/** A run as its folder tells of it. */
export interface ComparedRun {
  name: string;
  config: Readonly<Record<string, unknown>>;
  epochs: readonly EpochEvent[];
}

/** A line of numbers side by side. */
export interface ComparedRow {
  id: string;
  label: string;
  values: [string, string];
}

/** One metric of both runs, as `compareCurves` takes it. */
export interface CurvesOfTwo {
  metric: string;
  /** The metric, after the model's name where a run trains several. */
  title: string;
  runs: Record<string, Record<string, number[]>>;
}

/** Puts two runs side by side: what they were run with, what they came to, and the curves they share. */
export function compareRuns(
  a: ComparedRun,
  b: ComparedRun,
  language: Language,
): { rows: ComparedRow[]; curves: CurvesOfTwo[] } {
  const both = [a, b] as const;
  const rows: ComparedRow[] = [];
  const add = (id: string, label: Text, value: (run: ComparedRun) => unknown) => {
    const values = both.map((run) => written(value(run))) as [string, string];
    if (values.some((text) => text !== '–')) rows.push({ id, label: inLanguage(label, language), values });
  };
  const at = (run: ComparedRun, ...path: string[]) =>
    path.reduce<unknown>((value, key) => (value as Record<string, unknown> | undefined)?.[key], run.config);
  add('lab', { en: 'lab', zh: '实验' }, (run) => at(run, 'lab'));
  add('state', { en: 'state', zh: '状态' }, (run) => at(run, 'state'));
  add('epochs', { en: 'epochs', zh: '轮次' }, (run) => at(run, 'settings', 'epochs'));
  add('batchSize', { en: 'batch size', zh: '批大小' }, (run) => at(run, 'settings', 'batchSize'));
  add('limit', { en: 'limit', zh: '样本上限' }, (run) => at(run, 'settings', 'limit'));
  add('seed', { en: 'seed', zh: '种子' }, (run) => at(run, 'settings', 'seed'));
  add('backend', { en: 'backend', zh: '后端' }, (run) => at(run, 'start', 'backend'));
  add('threads', { en: 'threads', zh: '线程' }, (run) => at(run, 'start', 'threads'));
  add('data', { en: 'data', zh: '数据' }, (run) => at(run, 'start', 'data', 'name'));
  add('train', { en: 'training examples', zh: '训练样本' }, (run) => at(run, 'start', 'data', 'train'));
  const measures = new Set(both.flatMap((run) => Object.keys((at(run, 'test') as object | undefined) ?? {})));
  for (const name of measures)
    add(`test.${name}`, { en: `test ${name}`, zh: `测试 ${name}` }, (run) => at(run, 'test', name));
  add('ms_per_step', { en: 'ms a step', zh: '每步毫秒' }, ({ epochs }) =>
    median(epochs.map((epoch) => epoch.ms_per_step)),
  );
  add('seconds', { en: 'time', zh: '用时' }, (run) => {
    const seconds = at(run, 'seconds');
    return typeof seconds === 'number' ? duration(seconds, language) : undefined;
  });
  add('weights', { en: 'weights', zh: '权重' }, (run) =>
    (at(run, 'weights_sha256') as string | null | undefined)?.slice(0, 16),
  );
  return { rows, curves: sharedCurves(a, b) };
}

/** More pictures than this say less. */
const mostCurves = 8;

function sharedCurves(a: ComparedRun, b: ComparedRun): CurvesOfTwo[] {
  const [left, right] = [a, b].map(({ epochs }) => historiesOf(epochs)) as [Histories, Histories];
  const names = a.name === b.name ? [`${a.name} (1)`, `${b.name} (2)`] : [a.name, b.name];
  const curves: CurvesOfTwo[] = [];
  for (const [model, first] of left) {
    const second = right.get(model);
    if (second === undefined) continue;
    for (const metric of Object.keys(first).filter((name) => !name.startsWith('val_') && name in second)) {
      const title = [model, metric].filter(Boolean).join(' ');
      curves.push({ metric, title, runs: { [names[0]!]: first, [names[1]!]: second } });
    }
  }
  return curves.slice(0, mostCurves);
}

type Histories = Map<string, Record<string, number[]>>;

/** What each metric did over the epochs, by the model's name, which is empty where there is only one. */
function historiesOf(epochs: readonly EpochEvent[]): Histories {
  const histories: Histories = new Map();
  for (const { event: _, epoch: __, steps: ___, ms_per_step: ____, model = '', ...metrics } of epochs) {
    const history = histories.get(model) ?? {};
    histories.set(model, history);
    for (const [name, value] of Object.entries(metrics)) {
      if (typeof value !== 'number') continue;
      history[name] ??= [];
      history[name].push(value);
    }
  }
  return histories;
}

function written(value: unknown): string {
  if (typeof value === 'number') return Number.isInteger(value) ? readable(value) : readable(value, 4);
  return typeof value === 'string' && value !== '' ? value : '–';
}

function median(values: readonly number[]): number | undefined {
  const sorted = [...values].sort((x, y) => x - y);
  return sorted[Math.floor(sorted.length / 2)];
}
