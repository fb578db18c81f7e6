import { expect, it } from 'vitest';
import { labPages, withLive } from './lab-pages';

it('puts the live lab after the first words', () => {
  expect(withLive('# A\n\nFirst.\n\n## B\n\nMore.\n', '<Live />')).toBe(
    '# A\n\nFirst.\n\n\n<Live />\n\n## B\n\nMore.\n',
  );
  expect(withLive('# A\n', '<Live />')).toBe('# A\n\n<Live />\n\n');
});

it('makes a page of every lab in each language', async () => {
  const [en, zh] = await Promise.all([labPages('en'), labPages('zh')]);
  expect(zh.map(({ params }) => params.lab)).toEqual(en.map(({ params }) => params.lab));
  expect(en[0]!.content).toContain('<LiveLab lab="mnist-digits"');
  expect(zh[0]!.content).toMatch(/^# .*\p{Script=Han}/u);
});
