import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import { formatWithOptions } from 'node:util';
import { afterAll, describe, expect, it, vi } from 'vitest';

/** A program of a README, and the output it shows. */
export interface ReadmeExample {
  readonly title: string;
  readonly program: string;
  readonly output: string;
}

/**
 * Finds the programs of a README: each ```ts block, with the ```text block right after it as what it prints. Throws where a program
 * shows no output: then nothing would prove it.
 */
export function readmeExamples(readme: string): ReadmeExample[] {
  const examples = [...readme.matchAll(/```ts\n(.*?)```\n```text\n(.*?)\n```/gs)].map(([, program, output], index) => ({
    title: `example ${index + 1}`,
    program: program!,
    output: output!,
  }));
  const programs = readme.split('```ts\n').length - 1;
  if (programs === examples.length && programs > 0) return examples;
  throw new Error(
    `Every \`\`\`ts block must be followed by the \`\`\`text it prints. Received: ${programs} programs, ${examples.length} with output. Add the output, or use another language for what cannot run.`,
  );
}

/**
 * Runs every program of a README, by default the one a folder up from the test file, and expects that it prints what the README shows.
 *
 * @example
 * await describeReadme(import.meta.url); // in packages/x/src/readme.test.ts
 */
export async function describeReadme(testFile: string, readme = '../README.md'): Promise<void> {
  const examples = readmeExamples(await readFile(fileURLToPath(new URL(readme, testFile)), 'utf8'));
  // Beside the source, where the names of packages are resolved as in the source itself.
  const folder = fileURLToPath(new URL(`../node_modules/.readme/${basename(readme)}/`, testFile));
  await mkdir(folder, { recursive: true });
  describe(`the programs of ${readme}`, () => {
    afterAll(() => rm(folder, { recursive: true, force: true }));

    it.each(examples)('prints what it shows: $title', async ({ title, program, output }) => {
      const file = `${folder}${title.replace(' ', '-')}.ts`;
      await writeFile(file, program);
      expect(await linesPrintedBy(() => import(/* @vite-ignore */ file))).toBe(output);
    });
  });
}

async function linesPrintedBy(run: () => Promise<unknown>): Promise<string> {
  const lines: string[] = [];
  const log = vi.spyOn(console, 'log').mockImplementation((...values) => {
    lines.push(formatWithOptions({ breakLength: 1000 }, ...values));
  });
  try {
    await run();
  } finally {
    log.mockRestore();
  }
  return lines.join('\n');
}
