import { checkOptions, TenlabError } from '@tenlab/core';
import type { ImageSetOptions } from './image-set';

/** Throws for an option that a loader does not have, and for `baseUrl` beside another that says where to look. */
export function checkWhere(options: ImageSetOptions, known: readonly string[], place: string): void {
  checkOptions(options, ['folder', 'offline', 'mirrors', 'baseUrl', 'onProgress', ...known], place);
  const { baseUrl, folder, mirrors, offline, full } = options;
  if (baseUrl === undefined || (folder === undefined && mirrors === undefined && !offline && !full)) return;
  throw new TenlabError({
    code: 'invalid-argument',
    place,
    expected: '`baseUrl` alone: it is an address to fetch from, and nothing else is looked at',
    received: Object.keys(options),
    remedy: 'Leave out `baseUrl`, or leave out what else says where to look.',
  });
}
