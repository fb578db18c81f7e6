import { expect, it } from 'vitest';
import { histogram } from './histogram';
import { toSVG } from './to-svg';

it('draws a bar for each size that occurs', async () => {
  const svg = await toSVG(histogram({ values: [0, 0, 1, 1, 1, 4], bins: 5, words: { value: 'error', count: 'cars' } }));
  expect(svg).toContain('>error</text>');
  expect(svg).toContain('>cars</text>');
  // Three of the five bars have something to count.
  expect(svg.match(/<path[^>]*fill="#0072b2"/g)).toHaveLength(3);
});

it.each([[[]], [[1, Number.NaN]]])('refuses %j', (values) => {
  expect(() => histogram({ values })).toThrow(/finite numbers/);
});
