import { mkdir, rmdir, stat } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { inWords, TenlabError } from '@tenlab/core';
import { writeFileAtomically } from '@tenlab/core/node';

/** How a run stands; only a finished one is taken up by `predict` on its own. */
export type RunState = 'running' | 'finished' | 'interrupted' | 'failed';

/** `config.json`: what was run, on what, and how it ended. */
export interface RunConfig {
  lab: string;
  state: RunState;
  /** The process that runs it, or ran it. */
  pid?: number;
  /** ISO times. */
  started: string;
  ended?: string;
  [field: string]: unknown;
}

/**
 * The folder of one run. Each file in it is written whole or not at all; `config.json` says whether the run came to its end.
 */
export class RunFolder {
  readonly path: string;
  #config: RunConfig;

  private constructor(path: string, config: RunConfig) {
    this.path = path;
    this.#config = config;
  }

  /**
   * Makes the folder and writes its first file, so that a folder that cannot be written is known before any training.
   *
   * @param out the folder; when left out a new one, `runs/LAB-TIME`, below the current folder
   * @throws TenlabError `out-folder` saying why it cannot be used
   */
  static async create(config: RunConfig, out?: string): Promise<RunFolder> {
    const path = out === undefined ? await freshPath(config) : resolve(out);
    let made: string | undefined;
    try {
      made = await mkdir(path, { recursive: true });
      const folder = new RunFolder(path, config);
      await folder.note({});
      return folder;
    } catch (cause) {
      if (made !== undefined) await removeEmpty(path, made);
      throw new TenlabError({
        code: 'out-folder',
        place: out === undefined ? path : `--out ${out}`,
        expected: 'a folder that files can be written to',
        received: inWords(cause instanceof TenlabError ? String(cause.received) : (cause as Error).message),
        remedy: 'Choose another one with `--out FOLDER`, or free some space there.',
        cause,
      });
    }
  }

  /** The folder of a run that is there, to go on with it. */
  static open(path: string, config: RunConfig): RunFolder {
    return new RunFolder(resolve(path), config);
  }

  /** What `config.json` holds. */
  get config(): RunConfig {
    return this.#config;
  }

  /** Adds to `config.json`. */
  async note(fields: Partial<RunConfig>): Promise<void> {
    this.#config = { ...this.#config, ...fields };
    await this.write('config.json', `${JSON.stringify(this.#config, null, 2)}\n`);
  }

  /** Writes a file of the run; returns its path. */
  async write(name: string, content: string | Uint8Array): Promise<string> {
    const path = this.file(name);
    await writeFileAtomically(path, content);
    return path;
  }

  file(name: string): string {
    return join(this.path, name);
  }
}

async function freshPath({ lab, started }: RunConfig): Promise<string> {
  const time = started.replace(/\..*$/, '').replaceAll(':', '-').replace('T', '_');
  const path = resolve('runs', `${lab}-${time}`);
  for (let number = 1; ; number++) {
    const candidate = number === 1 ? path : `${path}-${number}`;
    const taken = await stat(candidate).then(
      () => true,
      () => false,
    );
    if (!taken) return candidate;
  }
}

/** Takes back the folders that were made, from the innermost up to the first made, as far as they are empty. */
async function removeEmpty(path: string, first: string): Promise<void> {
  for (let folder = path; folder.length >= first.length && basename(folder) !== ''; folder = dirname(folder)) {
    const gone = await rmdir(folder).then(
      () => true,
      () => false,
    );
    if (!gone) return;
  }
}
