import { expect, it } from 'vitest';
import { fill, wordsOf } from './words';

it('puts values into a text', () => {
  expect(fill('Epoch {0} of {1}', 2, 5)).toBe('Epoch 2 of 5');
});

it('has the same places for values in both languages', () => {
  const [en, zh] = [wordsOf('en'), wordsOf('zh')];
  const places = (text: string) => [...new Set(text.match(/\{\d\}/g))].sort();
  for (const name of Object.keys(en) as (keyof typeof en)[]) {
    expect(places(zh[name]), name).toEqual(places(en[name]));
    expect(zh[name], name).not.toBe('');
  }
});
