import { expect, it } from 'vitest';
import { escapeMarkup } from './escape';

it('leaves no character that could open a tag, an entity or an attribute', () => {
  expect(escapeMarkup(`<a href="x" title='y'>&`)).toBe('&lt;a href=&quot;x&quot; title=&#39;y&#39;&gt;&amp;');
});

it('leaves plain text in any script as it is', () => {
  expect(escapeMarkup('手写数字 7 ± 1')).toBe('手写数字 7 ± 1');
});
