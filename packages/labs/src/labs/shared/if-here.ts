import { TenlabError } from '@tenlab/core';
import type { DatasetOptions } from '../../define-lab';

/**
 * A data set that no package brings, where it is on this machine, and `undefined` where it is not: the lab then takes another. A damaged
 * file is an error, and a page brings none of these.
 *
 * @example
 * const reviews = await ifHere(datasets, () => imdb({ offline: true }));
 */
export async function ifHere<Loaded>(
  { baseUrl }: DatasetOptions,
  load: () => Promise<Loaded>,
): Promise<Loaded | undefined> {
  if (baseUrl !== undefined) return undefined;
  try {
    return await load();
  } catch (error) {
    if (TenlabError.isInstance(error) && error.code === 'offline') return undefined;
    throw error;
  }
}
