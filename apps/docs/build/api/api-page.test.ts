import { expect, it } from 'vitest';
import { apiPage, prose } from './api-page';
import type { ApiEntry } from './read-exports';

const doc = {
  text: 'Gives `Map<A>` of <b>.',
  params: [{ name: 'x', text: 'where' }],
  throws: ['RangeError'],
  examples: ['f(1);'],
};
const entries: ApiEntry[] = [
  { name: 'm.f', kind: 'function', signature: 'function f(x: number): void', doc, members: [], file: 'f.ts' },
  {
    name: 'T',
    kind: 'type',
    signature: 'type T = 1',
    doc: { text: '', params: [], throws: [], examples: [] },
    members: [],
    file: 't.ts',
  },
];
const page = { id: 'a', module: '@tenlab/a', title: '@tenlab/a', description: 'About a.', entries };

it('sets names, signatures and comments, types last', () => {
  const text = apiPage(page, 'en');
  expect(text).toContain("## m.f\n\n```ts\nimport { m } from '@tenlab/a';\n\nfunction f(x: number): void\n```");
  expect(text).toContain('Gives `Map<A>` of &lt;b>.');
  expect(text).toContain('**Parameters**\n\n- `x`: where');
  expect(text).toContain('**Example**\n\n```ts\nf(1);\n```');
  expect(text.indexOf('### T')).toBeGreaterThan(text.indexOf('## m.f'));
});

it('frames the same in Chinese', () => {
  expect(apiPage(page, 'zh')).toContain('**抛出**: RangeError');
});

it('shows links as names, and nothing as HTML or a template', () => {
  expect(prose('See {@link fit} and {@link a.b | that}; {{ x }} <T> `<T>`.')).toBe(
    'See `fit` and that; &#123;&#123; x }} &lt;T> `<T>`.',
  );
});
