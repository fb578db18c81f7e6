import { dirname, sep } from 'node:path';

/** Of a folder inside a run's with more files than this, the folder alone is named. */
const most = 20;

/** What a run has written, for people and programs to read: each file, and where a folder inside the run's has very many, the folder. */
export function artifactsOf(paths: Iterable<string>, runFolder: string): string[] {
  const files = [...paths];
  const counts = new Map<string, number>();
  for (const path of files) counts.set(dirname(path), (counts.get(dirname(path)) ?? 0) + 1);
  const named = files.map((path) => {
    const folder = dirname(path);
    return folder !== runFolder && counts.get(folder)! > most ? `${folder}${sep}` : path;
  });
  return [...new Set(named)];
}
