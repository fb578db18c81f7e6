import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describeReadme } from '@tenlab/testing';
import { describe, expect, it } from 'vitest';

const docs = fileURLToPath(new URL('..', import.meta.url));
const read = (page: string) => readFileSync(`${docs}${page}`, 'utf8');
const pages = [
  ...readdirSync(`${docs}en`).filter((file) => file.endsWith('.md')),
  ...readdirSync(`${docs}en/guides`).map((file) => `guides/${file}`),
];
const blocks = (page: string) => [...read(page).matchAll(/```(?:ts|text|python)\n.*?```/gs)].map(([block]) => block);
const headings = (page: string) => [...read(page).matchAll(/^#+ /gm)].map(([mark]) => mark);

describe('pages in two languages', () => {
  it.each(pages)('%s has the same programs and the same parts', (page) => {
    expect(blocks(`zh/${page}`)).toEqual(blocks(`en/${page}`));
    // Of what is included the English page has the heading too.
    if (!read(`en/${page}`).includes('@include')) expect(headings(`zh/${page}`)).toEqual(headings(`en/${page}`));
  });
});

for (const page of pages) {
  // A page without a program has nothing to be run.
  if (read(`en/${page}`).includes('```ts\n')) await describeReadme(import.meta.url, `../en/${page}`);
}
