import { expect, it } from 'vitest';
import { divideIntoShards, shardNumber } from './shards';

it('fills each shard as far as it goes, in order, and gives what is larger one of its own', () => {
  const shards = divideIntoShards([4, 4, 1, 20, 3, 5], (bytes) => bytes, 8);
  expect(shards).toEqual([[4, 4], [1], [20], [3, 5]]);
  expect(divideIntoShards([], () => 1, 8)).toEqual([]);
});

it('numbers shards with five digits, and more where five are too few', () => {
  expect([shardNumber(7), shardNumber(123456)]).toEqual(['00007', '123456']);
});
