import { describe, expect, it } from 'vitest';
import { fileError, quoted } from './file-error';

describe('fileError', () => {
  it('says place, expected, received and remedy', () => {
    const error = fileError('a.npy', 'truncated-file', '40 bytes of data', '12');
    expect(error.code).toBe('truncated-file');
    expect(error.message).toMatchInlineSnapshot(
      `"a.npy: 40 bytes of data. Received: 12. The file is damaged or was not fully written: fetch or write it again."`,
    );
  });
});

describe('quoted', () => {
  it('shows control characters and cuts long text', () => {
    expect(quoted('a\u001b[31m\n')).toBe("'a\\u001b[31m\\n'");
    expect(quoted('x'.repeat(100))).toBe(`'${'x'.repeat(60)}…'`);
  });
});
