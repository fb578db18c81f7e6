import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { smallDisk } from './small-disk';

const disk = smallDisk(65536);

describe.skipIf('why' in disk)(`a small disk${'why' in disk ? ` (skipped: ${disk.why})` : ''}`, () => {
  test('holds little, and nothing once it is read-only', () => {
    if ('why' in disk) throw new Error(disk.why);
    expect(() => writeFileSync(join(disk.path, 'large'), new Uint8Array(70_000))).toThrow(/ENOSPC/);
    disk.makeReadOnly();
    expect(() => writeFileSync(join(disk.path, 'small'), '')).toThrow(/EROFS/);
    disk.remove();
    expect(() => readdirSync(disk.path)).toThrow(/ENOENT/);
  });
});
