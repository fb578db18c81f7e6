import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';

const readme = await readFile(fileURLToPath(new URL('../README.md', import.meta.url)), 'utf8');
// Beside the source, where the names of the packages are resolved as in the source itself.
const folder = fileURLToPath(new URL('../node_modules/.readme/', import.meta.url));

/** Each program of the README with the output shown below it. */
const examples = [...readme.matchAll(/```ts\n(.*?)```\n```text\n(.*?)\n```/gs)].map(([, program, output], index) => ({
  title: `example ${index + 1}`,
  program: program!,
  output: output!,
}));

beforeAll(async () => {
  await mkdir(folder, { recursive: true });
  for (const name of ['TENLAB_BACKEND', 'TENLAB_THREADS']) vi.stubEnv(name, undefined);
});
afterAll(() => rm(folder, { recursive: true, force: true }));

describe('the README', () => {
  it('shows the output of every program in it', () => {
    expect(examples.length).toBe(readme.split('```ts\n').length - 1);
    expect(examples.length).toBeGreaterThan(4);
  });

  it.each(examples)('prints what it shows: $title', async ({ title, program, output }) => {
    const file = `${folder}${title.replace(' ', '-')}.ts`;
    await writeFile(file, program);
    const { formatWithOptions } = await import('node:util');
    const lines: string[] = [];
    const log = vi.spyOn(console, 'log').mockImplementation((...values) => {
      lines.push(formatWithOptions({ breakLength: 1000 }, ...values));
    });
    await import(/* @vite-ignore */ file);
    log.mockRestore();
    expect(lines.join('\n')).toBe(output);
  });
});
