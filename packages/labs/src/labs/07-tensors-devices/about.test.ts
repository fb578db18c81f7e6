import { expect, it } from 'vitest';
import { about } from './about';

it('is the seventh lab of the course', () => {
  expect([about.number, about.id]).toEqual([7, 'tensors-devices']);
});
