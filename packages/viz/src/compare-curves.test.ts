import { expect, it } from 'vitest';
import { compareCurves } from './compare-curves';
import { toSVG } from './to-svg';

const runs = {
  small: { loss: [0.7, 0.6, 0.55], val_loss: [0.7, 0.65, 0.6] },
  big: { loss: [0.5, 0.2, 0.01], val_loss: [0.6, 0.7, 0.9] },
};

it('draws training and validation of each run, told apart by colour and dash', async () => {
  const svg = await toSVG(compareCurves({ runs, metric: 'loss', title: 'Sizes', words: { validation: '验证' } }));
  for (const word of ['Sizes', 'small', 'big', '验证', 'training']) expect(svg).toContain(`>${word}</text>`);
  const lines = svg.match(/aria-label|<path[^>]*stroke-width="2.25"[^>]*>/g)!;
  expect(lines.filter((line) => line.includes('stroke="#0072b2"')).length).toBeGreaterThanOrEqual(2);
  expect(lines.filter((line) => line.includes('stroke="#d55e00"')).length).toBeGreaterThanOrEqual(2);
});

it('draws points where there is but one epoch', async () => {
  const svg = await toSVG(compareCurves({ runs: { small: { loss: [0.7] } }, metric: 'loss' }));
  expect(svg).toMatch(/<path aria-label="epoch: 1|class="mark-symbol role-mark/);
});

it.each([
  [{ runs: {}, metric: 'loss' }, /one to four `runs`/],
  [{ runs, metric: 'mae' }, /'mae' in every run/],
])('refuses %j', (options, message) => {
  expect(() => compareCurves(options)).toThrow(message);
});
