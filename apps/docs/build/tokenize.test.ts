import { expect, it } from 'vitest';
import { tokenize } from './tokenize';

it('finds the words of both languages', () => {
  expect(tokenize('Save, and restore `model.fit`')).toEqual(['Save', 'and', 'restore', 'model', 'fit']);
  expect(tokenize('学习率与批大小')).toContain('学习');
  expect(tokenize('用 Conv2D 层')).toEqual(['用', 'Conv2D', '层']);
});

it('stands alone as text', () => {
  const copy = new Function(`return ${tokenize.toString()}`)() as typeof tokenize;
  expect(copy('训练 model')).toEqual(tokenize('训练 model'));
});
