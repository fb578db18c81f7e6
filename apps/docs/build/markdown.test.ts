import { createMarkdownRenderer } from 'vitepress';
import { expect, it } from 'vitest';
import { readable } from './markdown';

it.each([
  ['先读数据，\n再训练。', '先读数据，再训练。'],
  ['读出数字\n的位置', '读出数字的位置'],
  ['two\nwords', 'two\nwords'],
  ['| 🟢 | 🟡 | ⚪ |\n|---|---|---|', '<th>●</th>\n<th>◐</th>\n<th>○</th>'],
])('sets %j well', async (text, set) => {
  const md = await createMarkdownRenderer('.', { config: readable as never });
  expect(md.render(text)).toContain(set);
});
