import { expect, it } from 'vitest';
import { about } from './about';

it('is the fourth lab of the course', () => {
  expect([about.number, about.id]).toEqual([4, 'auto-mpg']);
});
