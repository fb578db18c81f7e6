import { inWords, TenlabError } from '@tenlab/core';

/** What kind of fault a file has: torn, altered, not what it claims to be, or of a kind that is not read here. */
export type FileFault = 'truncated-file' | 'checksum-mismatch' | 'invalid-file' | 'unsupported-file';

/** The remedy for bytes that cannot be right. */
export const fetchAgain = 'The file is damaged or was not fully written: fetch or write it again.';

/** An error about a file's contents. `received` is shown as it is; names inside belong in quotes already. */
export function fileError(
  place: string,
  code: FileFault,
  expected: string,
  received: string,
  remedy: string = fetchAgain,
  cause?: unknown,
): TenlabError {
  return new TenlabError({ code, place, expected, received: inWords(received), remedy, cause });
}

/** Text out of a file, fit for an error: control characters shown, cut at 60, in quotes. */
export function quoted(text: string): string {
  const shown = JSON.stringify(text.length > 60 ? `${text.slice(0, 60)}…` : text).slice(1, -1);
  return `'${shown}'`;
}
