import type { LabSources } from '../worker/protocol';

const mark = '#code=';

/** The files that someone has changed, as the last part of an address: packed, for addresses are short. */
export async function toAddress(original: LabSources, edited: LabSources): Promise<string> {
  const changed = Object.entries(edited.files).filter(([path, text]) => original.files[path] !== text);
  if (changed.length === 0) return '';
  const { deflateSync, strToU8 } = await import('fflate');
  const bytes = deflateSync(strToU8(JSON.stringify(Object.fromEntries(changed))), { level: 9 });
  const text = Array.from(bytes, (byte) => String.fromCharCode(byte)).join('');
  return mark + btoa(text).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');
}

/** Whether an address holds changed files. */
export function holdsCode(hash: string): boolean {
  return hash.startsWith(mark);
}

/**
 * The sources with the changes that an address holds.
 *
 * @throws Error for an address that was cut off or mistyped.
 */
export async function fromAddress(original: LabSources, hash: string): Promise<LabSources> {
  const { inflateSync, strFromU8 } = await import('fflate');
  const text = atob(hash.slice(mark.length).replaceAll('-', '+').replaceAll('_', '/'));
  const bytes = inflateSync(Uint8Array.from(text, (character) => character.charCodeAt(0)));
  const changed = JSON.parse(strFromU8(bytes)) as Record<string, string>;
  // Only files that the lab has: an address is anybody's.
  const known = Object.entries(changed).filter(([path, text]) => path in original.files && typeof text === 'string');
  return { ...original, files: { ...original.files, ...Object.fromEntries(known) } };
}
