import { TenlabError } from '@tenlab/core';
import { shortPath } from './folder';

/** An error of the file system in three parts, for those a user can do something about; any other as it is. */
export function diskError(error: unknown, path: string): unknown {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  const fault = faults[code];
  if (fault === undefined) return error;
  return new TenlabError({ ...fault, place: shortPath(path), received: code, cause: error });
}

const full = {
  code: 'disk-full',
  expected: 'room on the disk for the file',
  remedy: 'Free some space, or set KERAS_HOME (or `folder`) to a disk that has it. Nothing was left half written.',
};

const forbidden = {
  code: 'permission-denied',
  expected: 'a folder that may be written to',
  remedy: 'Change its permissions, or set KERAS_HOME (or `folder`) to a folder of your own.',
};

const notFolder = {
  code: 'not-a-folder',
  expected: 'folders on the way to the file',
  remedy: 'Something on this path is a file: move it away, or set KERAS_HOME (or `folder`) to another place.',
};

const faults: Readonly<Record<string, typeof full>> = {
  ENOSPC: full,
  EDQUOT: full,
  EACCES: forbidden,
  EPERM: forbidden,
  EROFS: { ...forbidden, code: 'read-only-file-system' },
  ENOTDIR: notFolder,
  EEXIST: notFolder,
};
