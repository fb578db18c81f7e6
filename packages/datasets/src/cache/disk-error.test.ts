import { describe, expect, it } from 'vitest';
import { diskError } from './disk-error';

const withCode = (code: string) => Object.assign(new Error(code), { code });

describe('diskError', () => {
  it('says what to do about a full disk', () => {
    expect(diskError(withCode('ENOSPC'), '/data/mnist.npz')).toMatchInlineSnapshot(
      `[TenlabError: /data/mnist.npz: room on the disk for the file. Received: 'ENOSPC'. Free some space, or set KERAS_HOME (or \`folder\`) to a disk that has it. Nothing was left half written.]`,
    );
  });

  it.each([
    ['EDQUOT', 'disk-full'],
    ['EROFS', 'read-only-file-system'],
    ['EACCES', 'permission-denied'],
    ['ENOTDIR', 'not-a-folder'],
  ])('%s is %s', (code, kind) => {
    expect(diskError(withCode(code), '/a')).toMatchObject({ code: kind });
  });

  it('leaves other errors alone', () => {
    const error = withCode('EIO');
    expect(diskError(error, '/a')).toBe(error);
    expect(diskError('text', '/a')).toBe('text');
  });
});
