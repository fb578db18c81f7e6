import { expect, it } from 'vitest';
import { duration, inAll, inLanguage, percent, readable } from './texts';

it('speaks the language asked for', () => {
  expect(inLanguage({ en: 'digits', zh: '数字' }, 'zh')).toBe('数字');
});

it('writes numbers as people read them', () => {
  expect([readable(121930), readable(0.98824, 4), readable(1, 2)]).toEqual(['121,930', '0.9882', '1.00']);
});

it('writes times as people say them', () => {
  expect([duration(0.44), duration(9.9), duration(59.4), duration(59.6), duration(74.6)]).toEqual([
    '0.4 s',
    '9.9 s',
    '59 s',
    '1 min',
    '1 min 15 s',
  ]);
});

it('writes times in Chinese', () => {
  const times = [0.44, 59.6, 74.6].map((seconds) => duration(seconds, 'zh'));
  expect(times).toEqual(['0.4 秒', '1 分钟', '1 分 15 秒']);
});

it('writes shares as people read them, in any language', () => {
  expect([percent(0.98824), percent(0.98824, 2)]).toEqual(['98.8 %', '98.82 %']);
  expect(inAll('98.8 %')).toEqual({ en: '98.8 %', zh: '98.8 %' });
});
