import { expect, it } from 'vitest';
import { checkSite } from './check-site';

const tree = (...paths: string[]) => new Map(paths.map((path) => [path, '']));

it('wants each page in both languages', () => {
  expect(checkSite(tree('apps/docs/en/a.md', 'apps/docs/zh/a.md', 'apps/docs/README.md'))).toEqual([]);
  expect(checkSite(tree('apps/docs/en/a.md', 'apps/docs/zh/labs/b.md')).map(({ file }) => file)).toEqual([
    'apps/docs/zh/a.md',
    'apps/docs/en/labs/b.md',
  ]);
});
