import { aligned } from './aligned';
import type { ParticipantName } from './participant';
import { median } from './results';
import type { Single } from './singly';

/** What the JSON file holds of one participant: the median, and what it is the median of. */
export interface SingleEntry {
  readonly peak_mib?: number;
  readonly first_step_ms?: number;
  readonly version: string;
  readonly cannot?: string;
  readonly rounds: readonly number[];
}

/** One net: an entry for each participant, and ours divided by the best peer. */
export type SingleResult = { readonly [participant in ParticipantName]?: SingleEntry } & {
  readonly net: string;
  readonly ratio?: number;
};

export type SingleValue = 'peak_mib' | 'first_step_ms';

export function summarizeSingly(
  net: string,
  value: SingleValue,
  singles: ReadonlyMap<ParticipantName, Single>,
): SingleResult {
  const entries = [...singles].map(([name, { version, values, cannot }]): [ParticipantName, SingleEntry] => [
    name,
    {
      ...(values.length > 0 ? { [value]: median(values) } : {}),
      version,
      ...(cannot === undefined ? {} : { cannot }),
      rounds: values,
    },
  ]);
  const result: { [name in ParticipantName]?: SingleEntry } = Object.fromEntries(entries);
  const peers = entries
    .filter(([name]) => name !== 'ours')
    .map(([, entry]) => entry[value] ?? Number.POSITIVE_INFINITY);
  const best = Math.min(...peers);
  const ours = result.ours?.[value];
  return {
    net,
    ...result,
    ...(ours === undefined || best === Number.POSITIVE_INFINITY ? {} : { ratio: ours / best }),
  };
}

const heads: Readonly<Record<SingleValue, readonly [head: string, unit: string]>> = {
  peak_mib: ['peak memory', 'MiB'],
  first_step_ms: ['first step', 'ms'],
};

/** The rows of a table, its head first: a participant, its value, and ours divided by it. */
export function singleRows(result: SingleResult, value: SingleValue): string[][] {
  const [head, unit] = heads[value];
  const ours = result.ours?.[value];
  const rows = participantsOf(result).map(([name, entry]) => {
    const own = entry[value];
    if (own === undefined) return [name, 'cannot', '—'];
    return [name, `${own.toFixed(0)} ${unit}`, name === 'ours' || ours === undefined ? '' : (ours / own).toFixed(2)];
  });
  return [[result.net, head, 'ours / it'], ...rows];
}

/** The results as people read them. */
export function singleTable(result: SingleResult, value: SingleValue): string {
  return aligned(singleRows(result, value));
}

export function participantsOf(result: object): [ParticipantName, SingleEntry][] {
  return Object.entries(result).filter(([, entry]) => typeof entry === 'object') as [ParticipantName, SingleEntry][];
}
