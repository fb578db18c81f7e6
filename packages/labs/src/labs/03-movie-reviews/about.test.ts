import { expect, it } from 'vitest';
import { about } from './about';

it('is the third lab of the course', () => {
  expect([about.number, about.id]).toEqual([3, 'movie-reviews']);
});
