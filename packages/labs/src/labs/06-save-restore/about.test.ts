import { expect, it } from 'vitest';
import { about } from './about';

it('is the sixth lab of the course', () => {
  expect([about.number, about.id]).toEqual([6, 'save-restore']);
});
