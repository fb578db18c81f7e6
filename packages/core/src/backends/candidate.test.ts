import { expect, it } from 'vitest';
import { Refusal } from './candidate';

it('a refusal carries reason, remedy and cause', () => {
  const cause = new Error('below');
  const refusal = new Refusal({ reason: 'no device', remedy: 'Plug one in', cause });
  expect(refusal).toMatchObject({ name: 'Refusal', message: 'no device', remedy: 'Plug one in', cause });
  expect('cause' in new Refusal({ reason: 'a', remedy: 'b' })).toBe(false);
});
