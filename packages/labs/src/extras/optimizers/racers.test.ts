import { expect, it } from 'vitest';
import { racerNames, racers } from './racers';

it.each(racerNames)('%s goes downhill', (name) => {
  const { make, rate } = racers[name];
  const [optimizer, parameters] = [make(rate), [[3, -2]]];
  const height = () => parameters[0]!.reduce((sum, value) => sum + value * value, 0);
  const start = height();
  for (let step = 0; step < 50; step++) optimizer.update(parameters, [parameters[0]!.map((value) => 2 * value)]);
  expect(height()).toBeLessThan(start);
});
