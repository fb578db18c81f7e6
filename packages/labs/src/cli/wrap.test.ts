import { expect, it } from 'vitest';
import { padded, widthOf, wrap, wrapText } from './wrap';

it('counts two columns for a Chinese character', () => {
  expect([widthOf('lab 1'), widthOf('实验 1'), padded('实验', 6)]).toEqual([5, 6, '实验  ']);
});

it('breaks between words and between Chinese characters, and not before punctuation', () => {
  expect(wrap('one two three', 8)).toEqual(['one two', 'three']);
  expect(wrap('训练一个网络，看看', 12)).toEqual(['训练一个网', '络，看看']);
  expect(wrap('', 8)).toEqual(['']);
  expect(wrap('one two three', 7)).toEqual(['one two', 'three']);
  expect(wrap('abcd efg', 7)).toEqual(['abcd', 'efg']);
  expect(wrap('\u001b[1mone two\u001b[22m three', 7)).toEqual(['\u001b[1mone two\u001b[22m', 'three']);
  expect(wrap('averylongword x', 8)).toEqual(['averylongword', 'x']);
});

it('keeps indents, tables, and all of it where nobody knows how wide the screen is', () => {
  expect(wrapText('  one two three\nname     mean     deviation', 10)).toBe(
    '  one two\n  three\nname     mean     deviation',
  );
  expect(wrapText('one two three', undefined)).toBe('one two three');
});
