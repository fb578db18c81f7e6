import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { encode } from 'fast-png';

/** For tests: a folder with classes of small grey PNG files, the `index`-th of all filled with the value `index`. Returns its path. */
export function imageFiles(
  classes: Readonly<Record<string, number>>,
  size: readonly [number, number] = [2, 3],
): string {
  const folder = mkdtempSync(join(tmpdir(), 'tenlab-images-'));
  let value = 0;
  for (const [name, count] of Object.entries(classes)) {
    mkdirSync(join(folder, name), { recursive: true });
    for (let index = 0; index < count; index++) {
      const data = new Uint8Array(size[0] * size[1]).fill(value++);
      const file = encode({ width: size[1], height: size[0], channels: 1, data });
      writeFileSync(join(folder, name, `${String(index).padStart(3, '0')}.png`), file);
    }
  }
  return folder;
}
