import { expect, it } from 'vitest';
import { about } from './about';

it('is an extra', () => {
  expect([about.id, about.number]).toEqual(['alexnet', undefined]);
});
