import { describe, expect, test } from 'vitest';
import { type ActivationName, activations } from './activations';

describe.each(Object.keys(activations) as ActivationName[])('%s', (name) => {
  const { apply, derivative } = activations[name];

  test.each([-1.5, -0.3, 0.4, 2])('has the slope that its values have, at %d', (z) => {
    const h = 1e-5;
    expect(derivative(apply(z))).toBeCloseTo((apply(z + h) - apply(z - h)) / (2 * h), 8);
  });
});

test('the numbers of the documentation', () => {
  expect(activations.tanh.apply(0.5)).toBeCloseTo(0.46211715726, 11);
  expect(activations.tanh.derivative(0.46211715726)).toBeCloseTo(0.786447732966, 11);
});
