import { cpus } from 'node:os';
import type { BackendName } from '@tenlab/core';
import type { Lab, Tier, TierSettings } from '../define-lab';
import { durationOf } from './duration-of';
import { oneOf, wholeNumber } from './usage';

/** The options of `tenlab run`, as commander hands them over: texts as they were typed. */
export interface RunFlags {
  epochs?: string;
  batchSize?: string;
  backend?: string;
  threads?: string;
  seed?: string;
  limit?: string;
  tier?: string;
  bundled?: boolean;
  max?: string;
  resume?: boolean;
  out?: string;
}

/** The same as they were read; what was not typed is left out. */
export interface ReadFlags {
  epochs: number | undefined;
  batchSize: number | undefined;
  limit: number | undefined;
  threads: number | undefined;
  seed: number | undefined;
  backend: 'auto' | BackendName | undefined;
  tier: Tier | undefined;
  /** Data that packages bring, whatever else is on this machine. */
  bundled: true | undefined;
  maxSeconds: number | undefined;
}

/** What a run trains with. */
export type Settings = TierSettings & { seed: number };

const backends = ['auto', 'tensorflow-gpu', 'wasm', 'tensorflow', 'cpu'] as const;
const tiers = ['smoke', 'laptop', 'full'] as const;
const usualSeed = 1;
const usualTier = 'laptop';

/** Reads the options. @throws TenlabError `usage` naming the one that cannot be read. */
export async function readFlags(flags: RunFlags): Promise<ReadFlags> {
  const number = (text: string | undefined, option: string, least: number, most: number, example: number) =>
    text === undefined ? undefined : wholeNumber(text, { option, least, most, example });
  const word = async <Word extends string>(text: string | undefined, option: string, words: readonly Word[]) =>
    text === undefined ? undefined : oneOf(text, option, words);
  return {
    epochs: await number(flags.epochs, '--epochs', 1, 100_000, 10),
    batchSize: await number(flags.batchSize, '--batch-size', 1, 1_000_000, 32),
    limit: await number(flags.limit, '--limit', 1, 1_000_000_000, 6000),
    threads: await number(flags.threads, '--threads', 1, 1024, cpus().length),
    seed: await number(flags.seed, '--seed', 0, 2 ** 32 - 1, 42),
    backend: await word(flags.backend, '--backend', backends),
    tier: await word(flags.tier, '--tier', tiers),
    bundled: flags.bundled ? true : undefined,
    maxSeconds: flags.max === undefined ? undefined : await durationOf(flags.max, '--max'),
  };
}

/** What a lab trains with: its tier's settings, where nothing else was typed. */
export function settingsOf(lab: Lab, { epochs, batchSize, limit, seed, tier = usualTier }: ReadFlags): Settings {
  const usual = lab.tiers[tier];
  const size = limit ?? usual.limit;
  return {
    epochs: epochs ?? usual.epochs,
    batchSize: batchSize ?? usual.batchSize,
    ...(size === undefined ? {} : { limit: size }),
    seed: seed ?? usualSeed,
  };
}
