import type { Problem } from './problem';
import type { SourceTree } from './source-tree';

/** Signs of the machine that a file was written on; none of them means anything to a reader. */
const traces: readonly [pattern: RegExp, what: string][] = [
  [/(?:^|[\s'"`(=:])\/(?:work|root|home\/\w+|Users\/\w+|opt\/peers)\/[\w.]/m, 'a path of one machine'],
  [/^\s*(?:@[\w-]+:)?registry\s*[=:]/m, 'a registry of its own'],
  [/tarball:\s*https?:/m, 'a tarball from a host of its own'],
];

/** Checks that no file names the machine it was written on. */
export function checkTraces(tree: SourceTree): Problem[] {
  return [...tree].flatMap(([file, text]) =>
    traces.flatMap(([pattern, what]) => {
      const found = pattern.exec(text);
      if (found === null) return [];
      const line = text.slice(0, found.index).split('\n').length;
      return [
        {
          file: `${file}:${line}`,
          message: `must not name ${what}. Received: ${found[0].trim()}. Write it relative, or leave it out.`,
        },
      ];
    }),
  );
}
