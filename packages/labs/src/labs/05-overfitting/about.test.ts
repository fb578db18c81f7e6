import { expect, it } from 'vitest';
import { about } from './about';

it('is the fifth lab of the course', () => {
  expect([about.number, about.id]).toEqual([5, 'overfitting']);
});
