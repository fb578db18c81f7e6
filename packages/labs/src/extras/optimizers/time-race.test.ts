import { expect, it } from 'vitest';
import { timeInTurns } from './time-race';

it('lets each have its turn, as often as the others', async () => {
  const turns: string[] = [];
  const note = (name: string) => async () => void turns.push(name);
  const times = await timeInTurns({ a: note('a'), b: note('b') }, 3);
  expect(turns.join('')).toBe('ababab');
  for (const { least, median, most } of Object.values(times)) {
    expect(least).toBeLessThanOrEqual(median);
    expect(median).toBeLessThanOrEqual(most);
  }
});
