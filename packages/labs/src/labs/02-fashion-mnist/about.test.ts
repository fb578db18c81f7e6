import { expect, it } from 'vitest';
import { about } from './about';

it('is the second lab of the course', () => {
  expect([about.number, about.id]).toEqual([2, 'fashion-mnist']);
});
