import type { Fields } from './fields';

/** The shape of a dataset or attribute; null for one that holds nothing at all. */
export type Dataspace = number[] | null;

/** Reads a dataspace message. */
export function readDataspace(fields: Fields): Dataspace {
  const version = fields.version('a dataspace', 1, 2);
  const rank = fields.u8();
  fields.u8();
  const kind = version === 2 ? fields.u8() : rank === 0 ? 0 : 1;
  if (version === 1) fields.skip(5);
  if (kind === 2) return null;
  if (rank > 32) fields.fail('at most 32 axes', `${rank}`);
  return Array.from({ length: rank }, () => fields.length());
}
