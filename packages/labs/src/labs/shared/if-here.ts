import { TenlabError } from '@tenlab/core';
import type { DatasetOptions } from '../../define-lab';

/**
 * A data set that no package brings, where it is on this machine, and `undefined` where it is not: the lab then takes another. A damaged
 * file is an error; a page brings none of these, and neither do packages (`bundled`).
 *
 * @example
 * const reviews = await ifHere(datasets, () => imdb({ offline: true }));
 */
export async function ifHere<Loaded>(
  { baseUrl, bundled }: DatasetOptions,
  load: () => Promise<Loaded>,
): Promise<Loaded | undefined> {
  if (baseUrl !== undefined || bundled) return undefined;
  try {
    return await load();
  } catch (error) {
    if (TenlabError.isInstance(error) && error.code === 'offline') return undefined;
    throw error;
  }
}
