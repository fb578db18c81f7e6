import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** The files of the large sets by the function that loads them; all other sets are small. */
const setFiles: Readonly<Record<string, RegExp>> = {
  mnist: /^(train|t10k)-.*ubyte$/,
  fashionMnist: /^fashion-mnist\//,
  movieReviews: /^movie-reviews/,
};

/**
 * How many bytes of data a lab fetches: those of the sets that its sources load.
 *
 * @param sources the lab's files, as `closureOf` gives them
 * @param folder where the data of the site lie; 0 where there are none yet
 */
export function dataSize(sources: Readonly<Record<string, string>>, folder: string): number {
  if (!existsSync(folder)) return 0;
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((file) => file.replaceAll('\\', '/'));
  const texts = Object.values(sources);
  const sets = Object.keys(setFiles).filter((name) => texts.some((text) => new RegExp(`\\b${name}\\(`).test(text)));
  const needed = files.filter((file) => sets.some((name) => setFiles[name]!.test(file)));
  return needed.reduce((sum, file) => sum + statSync(join(folder, file)).size, 0);
}
