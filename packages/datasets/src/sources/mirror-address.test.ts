import { expect, it } from 'vitest';
import { mirrorAddress } from './mirror-address';

it('is the mirror itself, or the file in it where it is a folder', () => {
  expect(mirrorAddress('https://a.org/data/mnist.npz', 'mnist.npz')).toBe('https://a.org/data/mnist.npz');
  expect(mirrorAddress('https://a.org/data/', 'mnist.npz')).toBe('https://a.org/data/mnist.npz');
});
