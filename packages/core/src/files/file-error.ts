import { inWords, TenlabError } from '../errors/tenlab-error';

type Explanation = { code: string; expected: string; remedy: string };

/** What each of the system's codes means to who wants to write a file. */
const explanations: Record<string, Explanation> = {
  ENOSPC: {
    code: 'disk-full',
    expected: 'the disk must have enough free space',
    remedy: 'Free some space, or write to another disk.',
  },
  EDQUOT: {
    code: 'disk-full',
    expected: 'the disk quota must leave enough space',
    remedy: 'Free some space, or write to another disk.',
  },
  EROFS: {
    code: 'read-only-file-system',
    expected: 'the file system must not be read-only',
    remedy: 'Write to another folder.',
  },
  EACCES: {
    code: 'permission-denied',
    expected: 'this program must be allowed to write in this folder',
    remedy: "Write to another folder, or change this one's permissions.",
  },
  EPERM: {
    code: 'permission-denied',
    expected: 'this program must be allowed to write this file',
    remedy: "Write to another folder, or change the file's permissions.",
  },
  ENOENT: { code: 'folder-missing', expected: 'the folder must exist', remedy: 'Create the folder first.' },
  ENOTDIR: {
    code: 'not-a-folder',
    expected: 'every part of the path but the last must be a folder',
    remedy: 'Write to another path.',
  },
  EISDIR: { code: 'is-a-folder', expected: 'the path must be that of a file', remedy: 'Add a file name to the path.' },
  ENAMETOOLONG: {
    code: 'name-too-long',
    expected: 'the file system must be able to hold the file name',
    remedy: 'Shorten it.',
  },
};

/**
 * Says in three parts why a file could not be written; `undefined` for an error that does not come from the file system.
 *
 * @param error what Node threw, with its `code`
 * @param path the file that was to be written
 * @param leftover the temporary file, where it could not be removed
 */
export function writeError(error: unknown, path: string, leftover?: string): TenlabError | undefined {
  if (!(error instanceof Error) || !('syscall' in error) || !('code' in error)) return undefined;
  const explanation = explanations[String(error.code)] ?? {
    code: 'write-failed',
    expected: 'the file must be written',
    remedy: 'Write to another folder.',
  };
  const rest =
    leftover === undefined
      ? 'Nothing half written is left.'
      : `The unfinished file ${leftover} could not be removed; remove it.`;
  return new TenlabError({
    code: explanation.code,
    place: path,
    expected: explanation.expected,
    received: inWords(error.message),
    remedy: `${explanation.remedy} ${rest}`,
    cause: error,
  });
}
