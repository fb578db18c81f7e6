import { mkdir } from 'node:fs/promises';
import { writeError } from './file-error';

/**
 * Makes a folder and those above it; one that is there already is left as it is.
 *
 * @throws TenlabError with the codes of {@link writeFileAtomically}
 */
export async function makeFolder(path: string): Promise<void> {
  try {
    await mkdir(path, { recursive: true });
  } catch (error) {
    throw writeError(error, path) ?? error;
  }
}
