import { expect, it } from 'vitest';
import { about } from './about';

it('is the tenth lab of the course', () => {
  expect([about.number, about.id]).toEqual([10, 'cnn']);
});
