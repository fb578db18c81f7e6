import { TenlabError } from '@tenlab/core';
import { environmentVariable } from '../platform/node-modules';

/** Whether the environment forbids downloads: `TENLAB_OFFLINE=1`. Throws for a value that says neither yes nor no. */
export function isOffline(): boolean {
  const value = environmentVariable('TENLAB_OFFLINE')?.toLowerCase();
  if (value === undefined || ['0', 'false', 'no'].includes(value)) return false;
  if (['1', 'true', 'yes'].includes(value)) return true;
  throw new TenlabError({
    code: 'invalid-environment',
    place: 'TENLAB_OFFLINE',
    expected: '1 (no downloads) or 0 (downloads allowed)',
    received: value,
    remedy: 'Set it to 1 or 0, or unset it.',
  });
}
