import { describe, expect, it } from 'vitest';
import { writeError } from './file-error';

function systemError(code: string, text: string, syscall = 'write'): Error {
  return Object.assign(new Error(`${code}: ${text}, ${syscall}`), { code, syscall });
}

describe('writeError', () => {
  it.each([
    ['ENOSPC', 'no space left on device', 'disk-full'],
    ['EDQUOT', 'disk quota exceeded', 'disk-full'],
    ['EROFS', 'read-only file system', 'read-only-file-system'],
    ['EACCES', 'permission denied', 'permission-denied'],
    ['EPERM', 'operation not permitted', 'permission-denied'],
    ['ENOENT', 'no such file or directory', 'folder-missing'],
    ['ENOTDIR', 'not a directory', 'not-a-folder'],
    ['EISDIR', 'illegal operation on a directory', 'is-a-folder'],
    ['ENAMETOOLONG', 'name too long', 'name-too-long'],
    ['EIO', 'i/o error', 'write-failed'],
  ])('explains %s', (code, text, ours) => {
    const error = writeError(systemError(code, text), 'runs/1/weights.safetensors');
    expect(error).toMatchObject({ code: ours, place: 'runs/1/weights.safetensors' });
    expect(error?.message).toMatchSnapshot();
  });

  it('tells of a temporary file that is left', () => {
    expect(writeError(systemError('ENOSPC', 'full'), 'a', '.a.tmp')?.message).toMatchInlineSnapshot(
      `"a: the disk must have enough free space. Received: ENOSPC: full, write. Free some space, or write to another disk. The unfinished file .a.tmp could not be removed; remove it."`,
    );
  });

  it('leaves alone what does not come from the file system', () => {
    expect(writeError(new Error('a defect'), 'a')).toBeUndefined();
    expect(writeError(Object.assign(new Error('an option'), { code: 'ERR_INVALID_ARG_TYPE' }), 'a')).toBeUndefined();
    expect(writeError('text', 'a')).toBeUndefined();
  });
});
