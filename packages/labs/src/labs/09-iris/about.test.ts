import { expect, it } from 'vitest';
import { about } from './about';

it('is the ninth lab of the course', () => {
  expect([about.number, about.id]).toEqual([9, 'iris']);
});
