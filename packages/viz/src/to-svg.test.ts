import { expect, it } from 'vitest';
import { learningCurves } from './learning-curves';
import { toSVG } from './to-svg';

const spec = learningCurves({ loss: [0.5, 0.2], val_loss: [0.6, 0.3] });

it('stands alone: no script, and nothing fetched from elsewhere', async () => {
  const svg = await toSVG(spec);
  expect(svg).toMatch(/^<svg /);
  expect(svg).not.toMatch(/<script|<foreignObject|@import|(href|src)="http/);
});

it('says in words what it shows', async () => {
  const svg = await toSVG(spec, { alt: 'The loss falls from 0.5 to "0.2" & stays.' });
  expect(svg).toContain('role="img" aria-label="The loss falls from 0.5 to &quot;0.2&quot; &amp; stays."');
});

it('carries the dark colours', async () => {
  expect(await toSVG(spec)).toContain('@media (prefers-color-scheme: dark)');
});

it('draws the same bits twice', async () => {
  expect(await toSVG(spec)).toBe(await toSVG(spec));
});
