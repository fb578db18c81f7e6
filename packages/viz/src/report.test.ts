import { expect, it } from 'vitest';
import { learningCurves } from './learning-curves';
import { report } from './report';
import { toSVG } from './to-svg';

const svg = await toSVG(learningCurves({ loss: [0.5, 0.2] }), { alt: 'The loss falls.' });
const page = report({
  title: 'Digits <1>',
  summary: 'Reads `99` of 100.',
  numbers: [{ label: 'Accuracy', value: '99 %', note: 'of 100' }],
  sections: [
    {
      title: 'Training',
      text: ['A & B'],
      figures: [
        { svg, caption: 'One' },
        { svg, narrow: svg, caption: 'Two' },
      ],
      tables: [{ caption: 'Epochs', columns: ['Epoch', 'Note'], rows: [[1, 'fine']] }],
      list: ['Go on.'],
    },
  ],
});

it('is one page that asks nobody for anything', () => {
  expect(page).toMatch(/^<!doctype html>/);
  expect(page).not.toMatch(/<script|<link|@import|(src|href)="(?!#)/);
  expect(page).toContain(`default-src 'none'`);
});

it('has one first heading, a heading for each section, and names its language', () => {
  expect(page.match(/<h1>/g)).toHaveLength(1);
  expect(page).toContain('<section aria-labelledby="section-1"><h2 id="section-1">Training</h2>');
  expect(page).toContain('<html lang="en">');
  expect(report({ title: '数字', summary: '', sections: [], language: 'zh' })).toContain('<html lang="zh-CN">');
});

it('escapes every text, and sets backticks as code', () => {
  expect(page).toContain('Digits &lt;1&gt;');
  expect(page).toContain('A &amp; B');
  expect(page).toContain('<code>99</code>');
});

it('gives every picture its caption, and the words it carries', () => {
  expect(page.match(/<figcaption>/g)).toHaveLength(2);
  expect(page.match(/aria-label="The loss falls\."/g)).toHaveLength(3);
});

it('keeps ids apart when a picture appears twice', () => {
  const ids = [...page.matchAll(/\sid="([^"]+)"/g)].map((match) => match[1]);
  expect(new Set(ids).size).toBe(ids.length);
});

it('sets numbers to the right, also where some are missing, and keeps units with their numbers', () => {
  const rows = [
    [1, ''],
    [2, '0.98'],
  ];
  const html = report({
    title: 'Run',
    summary: 'It reads 98 % in 3 min 5 s.',
    sections: [{ title: 'Epochs', tables: [{ caption: 'All', columns: ['Epoch', 'Validation'], rows }] }],
  });
  expect(html).toContain('<td class="number"></td>');
  expect(html).toContain('98\u00a0% in 3\u00a0min 5\u00a0s.');
});

it('sets numbers to the right', () => {
  expect(page).toContain('<th scope="row" class="number">1</th><td>fine</td>');
});
