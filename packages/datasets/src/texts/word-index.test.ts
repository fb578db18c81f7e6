import { expect, it } from 'vitest';
import { wordCodec } from './word-index';

const index = new Map([
  ['the', 1],
  ['film', 2],
  ['brilliant', 30],
]);

it('decodes reviews, as the example of Keras does', () => {
  const { decode } = wordCodec(index);
  expect(decode([1, 4, 5, 33, 2])).toBe('[START] the film brilliant [OOV]');
  expect(decode(Int32Array.of(0, 0, 1, 4))).toBe('[START] the');
});

it('encodes texts, and decodes them again', () => {
  const { encode, decode } = wordCodec(index);
  expect([...encode('The film: BRILLIANT, indeed!')]).toEqual([1, 4, 5, 33, 2]);
  expect(decode(encode('the film'))).toBe('[START] the film');
});

it('keeps to the words that were kept', () => {
  const { encode } = wordCodec(index, { numWords: 20, skipTop: 5, indexFrom: 3, startChar: null });
  expect([...encode('the film brilliant')]).toEqual([2, 5, 2]);
  expect([...wordCodec(index, { numWords: 20, oovChar: null }).encode('film brilliant')]).toEqual([1, 5]);
});
