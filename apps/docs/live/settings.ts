import type { TierSettings } from '@tenlab/labs';

/** How much a run trains in a page: a glance, what teaches in a minute, or the whole course. */
export const amounts = ['smoke', 'laptop', 'full'] as const;
export type Amount = (typeof amounts)[number];

/** What the reader can set. An empty learning rate leaves the lab's own. */
export interface LiveSettings {
  epochs: number;
  batchSize: number;
  /** `undefined`: all examples. */
  limit: number | undefined;
  seed: number;
  learningRate: number | undefined;
}

export type LabTiers = Readonly<Record<Amount, TierSettings>>;

/** A page's usual run takes no more examples than a browser trains on in a minute. */
const usualLimit = 12_000;

/** The settings of an amount, with the seed that every run begins with. */
export function settingsOf(tiers: LabTiers, amount: Amount): LiveSettings {
  const { epochs, batchSize, limit } = tiers[amount];
  const most = amount === 'laptop' ? (limit ?? usualLimit) : limit;
  return { epochs, batchSize, limit: most, seed: 1, learningRate: undefined };
}

const fields = {
  epochs: { least: 1, most: 10_000, whole: true },
  batchSize: { least: 1, most: 10_000, whole: true },
  limit: { least: 1, most: 1_000_000, whole: true },
  seed: { least: 0, most: 2 ** 32 - 1, whole: true },
  learningRate: { least: 1e-9, most: 100, whole: false },
} as const;

export type Field = keyof typeof fields;
export const fieldNames = Object.keys(fields) as Field[];

/** The number that was typed, where it is one that the field can have. */
export function readField(field: Field, text: string): { value: number | undefined } | { problem: [number, number] } {
  const { least, most, whole } = fields[field];
  const optional = field === 'limit' || field === 'learningRate';
  if (text.trim() === '' && optional) return { value: undefined };
  const value = Number(text);
  const isIn = text.trim() !== '' && Number.isFinite(value) && value >= least && value <= most;
  return isIn && (!whole || Number.isInteger(value)) ? { value } : { problem: [least, most] };
}

/** The settings that differ from the usual ones, as a query; and back. */
export function toQuery(settings: LiveSettings, amount: Amount, tiers: LabTiers): string {
  const usual = settingsOf(tiers, amount);
  const query = new URLSearchParams();
  if (amount !== 'laptop') query.set('amount', amount);
  for (const field of fieldNames) {
    if (settings[field] !== usual[field]) query.set(field, String(settings[field] ?? 'all'));
  }
  return query.toString();
}

export function fromQuery(text: string, tiers: LabTiers): { amount: Amount; settings: LiveSettings } {
  const query = new URLSearchParams(text);
  const amount = amounts.find((known) => known === query.get('amount')) ?? 'laptop';
  const settings = settingsOf(tiers, amount);
  for (const field of fieldNames) {
    const value = query.get(field);
    if (value === null) continue;
    const read = readField(field, value === 'all' ? '' : value);
    // An address that someone has mistyped opens the page with its usual settings, which are then there to see.
    if ('value' in read) Object.assign(settings, { [field]: read.value });
  }
  return { amount, settings };
}
