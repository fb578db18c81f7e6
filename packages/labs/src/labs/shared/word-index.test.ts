import { expect, it } from 'vitest';
import { wordIndex, wordsOf } from './word-index';

it('keeps letters of every alphabet and apostrophes within words', () => {
  expect(wordsOf("It isn't BAD -- 'no' déjà vu, 10/10!")).toEqual([
    'it',
    "isn't",
    'bad',
    'no',
    'déjà',
    'vu',
    '10',
    '10',
  ]);
  expect(wordsOf(' ?! ')).toEqual([]);
});

const { encode, decode } = wordIndex(['a film a film b', 'b good b'], 6);

it('numbers words by frequency, then by the alphabet', () => {
  // b three times, a and film twice; good has found no place.
  expect(encode('b a film good')).toEqual([1, 3, 4, 5, 2]);
});

it('gives the text back, without what it was filled with', () => {
  expect(decode([...encode('B, a great film'), 0, 0])).toBe('[START] b a [OOV] film');
});
