/** Divides things among shards, in their order, each of at most `mostBytes`; what is larger has a shard of its own. */
export function divideIntoShards<T>(items: Iterable<T>, bytesOf: (item: T) => number, mostBytes: number): T[][] {
  const shards: T[][] = [];
  let room = 0;
  for (const item of items) {
    const bytes = bytesOf(item);
    if (shards.length === 0 || bytes > room) {
      shards.push([]);
      room = mostBytes;
    }
    shards.at(-1)!.push(item);
    room -= bytes;
  }
  return shards;
}

/** A number as names of shards have it: `00007`. */
export function shardNumber(number: number): string {
  return String(number).padStart(5, '0');
}
