import type { Problem } from './problem';
import type { SourceTree } from './source-tree';

const [site, languages] = ['apps/docs', ['en', 'zh']] as const;

/** Checks that the site has each page in every language. */
export function checkSite(tree: SourceTree): Problem[] {
  const pages = languages.map((language) => [language, pagesOf(tree, language)] as const);
  return pages.flatMap(([, own]) =>
    pages.flatMap(([language, others]) =>
      [...own]
        .filter((page) => !others.has(page))
        .map((page) => ({
          file: `${site}/${language}/${page}`,
          message: 'must be there as in the other language. Received: no such page. Write it.',
        })),
    ),
  );
}

function pagesOf(tree: SourceTree, language: string): Set<string> {
  const folder = `${site}/${language}/`;
  return new Set([...tree.keys()].filter((path) => path.startsWith(folder)).map((path) => path.slice(folder.length)));
}
