import { checkOptions, TenlabError } from '@tenlab/core';
import type { ImageSetOptions } from './image-set';

/** Throws for an option that a loader does not have, and for `baseUrl` or `bundled` beside another that says where to look. */
export function checkWhere(options: ImageSetOptions, known: readonly string[], place: string): void {
  checkOptions(options, ['folder', 'offline', 'mirrors', 'baseUrl', 'onProgress', ...known], place);
  const { baseUrl, folder, mirrors, offline, full, bundled } = options;
  const refuse = (option: string, expected: string): never => {
    throw new TenlabError({
      code: 'invalid-argument',
      place,
      expected,
      received: Object.keys(options),
      remedy: `Leave out \`${option}\`, or leave out what else says where to look.`,
    });
  };
  const elsewhere = folder !== undefined || mirrors !== undefined || full;
  if (bundled && (elsewhere || baseUrl !== undefined))
    refuse('bundled', '`bundled` alone: it is what an npm package brings, and nothing else is looked at');
  if (baseUrl !== undefined && (elsewhere || offline))
    refuse('baseUrl', '`baseUrl` alone: it is an address to fetch from, and nothing else is looked at');
}
