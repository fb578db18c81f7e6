import { expect, it } from 'vitest';
import { isContractEvent } from './events';

it('tells events for programs from those for people', () => {
  expect(isContractEvent({ event: 'error', code: 'x', message: 'y' })).toBe(true);
  expect(isContractEvent({ event: 'step', epoch: 1, step: 3 })).toBe(false);
});
