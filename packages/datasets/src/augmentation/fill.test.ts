import { expect, it } from 'vitest';
import { type FillMode, mapCoordinate } from './fill';

// Whole places beyond `a b c d`, as the table of scipy.ndimage shows them.
it.each<[FillMode, (number | undefined)[]]>([
  ['constant', [undefined, undefined, undefined, 0, 1, 2, 3, undefined, undefined, undefined]],
  ['nearest', [0, 0, 0, 0, 1, 2, 3, 3, 3, 3]],
  ['reflect', [2, 1, 0, 0, 1, 2, 3, 3, 2, 1]],
])('%s', (mode, places) => {
  expect([-3, -2, -1, 0, 1, 2, 3, 4, 5, 6].map((place) => mapCoordinate(place, 4, mode))).toEqual(
    places.map((place) => (place === 0 ? expect.closeTo(0) : place)),
  );
});

it('wrap has the period of all but one', () => {
  expect([-1, 4, 5, 6].map((place) => mapCoordinate(place, 4, 'wrap'))).toEqual([2, 1, 2, 0]);
});

it('stays within the image, however far out', () => {
  for (const mode of ['nearest', 'reflect', 'wrap'] as const) {
    for (const length of [1, 2, 5]) {
      for (let place = -50; place < 50; place += 0.37) {
        const mapped = mapCoordinate(place, length, mode)!;
        expect(mapped >= -1 && mapped < length, `${mode} ${place} of ${length}`).toBe(true);
      }
    }
  }
});
