import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * The classes and functions that tests hold against numbers which Keras has computed, by family: `losses.Hinge`, `metrics.Hinge`.
 * They are those of all `*.golden.json` under a folder, whose own folders are the families.
 */
export function goldenNames(folder: string): Set<string> {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) =>
    file.endsWith('.golden.json'),
  );
  return new Set(
    files.flatMap((file) => {
      const family = file.split(/[\\/]/)[0];
      return namesIn(readFileSync(join(folder, file), 'utf8')).map((name) => `${family}.${name}`);
    }),
  );
}

function namesIn(text: string): string[] {
  const { cases } = JSON.parse(text) as { cases: { class_name?: string; function?: string }[] };
  return cases.flatMap(({ class_name: name, function: path }) => name ?? path?.split('.').at(-1) ?? []);
}
