import { expect, it } from 'vitest';
import { pictureSVG, type ReportPageOptions, reportPage } from './report-page';

const svg = '<svg xmlns="http://www.w3.org/2000/svg"><title>the picture</title></svg>';
const options: Omit<ReportPageOptions, 'language'> = {
  story: {
    title: 'Tiny',
    summary: 'It ran.',
    numbers: [],
    sections: [{ title: 'Look', figures: ['look', 'missing'] }],
    next: ['Go on.'],
  },
  figures: [{ name: 'look', alt: { en: 'a', zh: '甲' }, caption: { en: 'A look.', zh: '看。' }, picture: { svg } }],
  checks: [
    { id: 'x', title: 'It learns', passed: true, found: '99 %' },
    { id: 'y', title: 'It is big', passed: undefined, found: '3' },
  ],
  start: {
    event: 'start',
    lab: 'tiny',
    backend: 'wasm',
    threads: 2,
    seed: 7,
    data: { name: 'n', source: 'nowhere', train: 1, test: 1 },
  },
  weights_sha256: 'abcdef0123456789abcdef',
  day: '1 January 2026',
};

it('puts the pictures where the story names them, then the checks, then what to try', async () => {
  const html = await reportPage({ ...options, language: 'en' });
  const places = ['the picture', 'A look.', 'It learns', 'What to try next', 'Go on.'].map((text) =>
    html.indexOf(text),
  );
  expect(places).toEqual([...places].sort((a, b) => a - b));
  expect(Math.min(...places)).toBeGreaterThan(0);
  expect(html).toContain('tiny · wasm, 2 threads · seed 7 · nowhere · sha256 abcdef0123456789…');
  expect(html).toContain('too small a run to say');
});

it('speaks Chinese throughout', async () => {
  const html = await reportPage({ ...options, language: 'zh' });
  for (const words of ['lang="zh-CN"', '看。', '接下来可以试试', '种子 7']) expect(html).toContain(words);
});

it('renders a chart, and takes a finished picture as it is', async () => {
  expect(await pictureSVG({ svg }, 'alt')).toBe(svg);
  const spec = { data: { values: [{ a: 1 }] }, mark: 'point', encoding: {} } as const;
  expect(await pictureSVG({ spec }, 'a point')).toContain('aria-label="a point"');
});
