import type { LabFiles } from '../define-lab';

/**
 * A lab's files in memory, as long as the run lasts.
 *
 * @example
 * const files = memoryFiles();
 * await files.write('training_1/checkpoint', new TextEncoder().encode('…'));
 * await files.list('training_1'); // ['checkpoint']
 */
export function memoryFiles(): LabFiles {
  const kept = new Map<string, Uint8Array>();
  return {
    place: 'memory',
    async write(name, bytes) {
      kept.set(name, bytes.slice());
    },
    async read(name) {
      return kept.get(name)?.slice();
    },
    async list(folder) {
      const inside = [...kept.keys()].filter((name) => name.startsWith(`${folder}/`));
      return inside
        .map((name) => name.slice(folder.length + 1))
        .filter((name) => !name.includes('/'))
        .sort();
    },
  };
}
