import { expect, it } from 'vitest';
import { about } from './about';

it('is the eighth lab of the course', () => {
  expect([about.number, about.id]).toEqual([8, 'autodiff']);
});
