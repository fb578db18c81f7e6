import { useBackend } from '@tenlab/core';
import { expect, it } from 'vitest';
import { halfMoons, planeGrid, planeNetwork, repeated } from './plane';

it('is the same each time, half of each kind, with other points to test on', () => {
  const train = halfMoons(80, 'train');
  expect(halfMoons(80, 'train')).toEqual(train);
  expect(train.y.reduce((sum, kind) => sum + kind, 0)).toBe(40);
  expect(halfMoons(80, 'test').x.data).not.toEqual(train.x.data);
});

it('repeats points with their kinds', () => {
  const points = { x: { data: Float32Array.of(1, 2, 3, 4), shape: [2, 2] as [number, 2] }, y: Uint8Array.of(0, 1) };
  const twice = repeated(points, 2);
  expect([...twice.x.data]).toEqual([1, 2, 3, 4, 1, 2, 3, 4]);
  expect([[...twice.y], twice.x.shape]).toEqual([
    [0, 1, 0, 1],
    [4, 2],
  ]);
});

it('asks row by row, from the least', () => {
  const { across, up, places } = planeGrid(3);
  expect([...places.data.slice(0, 8)]).toEqual([
    across[0],
    up[0],
    across[1],
    up[0],
    across[2],
    up[0],
    across[0],
    up[1],
  ]);
});

it('differs by the penalty alone', async () => {
  await useBackend('cpu');
  const [free, held] = [planeNetwork(), planeNetwork(0.003)];
  expect([free.countParams(), held.countParams()]).toEqual([4417, 4417]);
  expect(free.layers[0]!.getConfig().kernel_regularizer).toBeNull();
  expect(held.layers[1]!.getConfig()).toMatchObject({ kernel_regularizer: { class_name: 'L2' } });
});
