import { expect, it } from 'vitest';
import { Mistake } from './mistake';

it('has a name and a text in every language', () => {
  const mistake = new Mistake('softmax-twice', { en: 'Twice.', zh: '两次。' });
  expect([mistake.id, mistake.message, mistake.text.zh]).toEqual(['softmax-twice', 'Twice.', '两次。']);
});
