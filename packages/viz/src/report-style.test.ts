import { expect, it } from 'vitest';
import { reportStyle } from './report-style';

it('fetches nothing, and minds dark pages, phones and printers', () => {
  expect(reportStyle).not.toMatch(/url\(|@import/);
  for (const medium of ['prefers-color-scheme:dark', 'max-width:40rem', 'print']) expect(reportStyle).toContain(medium);
});

it('closes every brace it opens', () => {
  expect(reportStyle.split('{').length).toBe(reportStyle.split('}').length);
});
