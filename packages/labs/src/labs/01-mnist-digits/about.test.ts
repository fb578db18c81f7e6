import { expect, it } from 'vitest';
import { about } from './about';

it('is the first lab of the course', () => {
  expect([about.number, about.id]).toEqual([1, 'mnist-digits']);
});
