/** Several times of the same thing, in milliseconds: the middle one, and between which all lie. */
export interface Times {
  median: number;
  least: number;
  most: number;
}

/**
 * Times several things in turns, each as often as the others: what slows the machine down meanwhile slows all of them.
 *
 * @example
 * await timeInTurns({ a: async () => work(), b: async () => otherWork() }, 5); // { a: { median: 12.1, … }, b: { … } }
 */
export async function timeInTurns<Name extends string>(
  things: Readonly<Record<Name, () => Promise<unknown>>>,
  times: number,
): Promise<Record<Name, Times>> {
  const names = Object.keys(things) as Name[];
  const taken = Object.fromEntries(names.map((name) => [name, [] as number[]])) as Record<Name, number[]>;
  for (let turn = 0; turn < times; turn++) {
    for (const name of names) {
      const began = performance.now();
      await things[name]();
      taken[name].push(performance.now() - began);
    }
  }
  const all = names.map((name) => {
    const sorted = taken[name].sort((a, b) => a - b);
    return [name, { median: sorted[Math.floor(sorted.length / 2)]!, least: sorted[0]!, most: sorted.at(-1)! }];
  });
  return Object.fromEntries(all) as Record<Name, Times>;
}
