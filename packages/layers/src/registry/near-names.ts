/**
 * The names nearest to a misspelt one, best first, by edit distance that disregards case and underscores.
 *
 * @example
 * nearNames('adamm', ['sgd', 'adam', 'adamax']); // ['adam', 'adamax']
 */
export function nearNames(name: string, names: Iterable<string>, count = 3): string[] {
  const plain = plainName(name);
  const limit = Math.max(2, Math.ceil(plain.length / 3));
  return [...names]
    .map((candidate) => ({ candidate, distance: editDistance(plain, plainName(candidate)) }))
    .filter(({ distance }) => distance <= limit)
    .sort((a, b) => a.distance - b.distance)
    .slice(0, count)
    .map(({ candidate }) => candidate);
}

/** A name without case and underscores, under which `mean_squared_error`, `meanSquaredError` and `MeanSquaredError` are one. */
export function plainName(name: string): string {
  return name.replace(/_/g, '').toLowerCase();
}

function editDistance(a: string, b: string): number {
  let previous = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const current = [i];
    for (let j = 1; j <= b.length; j++) {
      const substitution = previous[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1);
      current.push(Math.min(substitution, previous[j]! + 1, current[j - 1]! + 1));
    }
    previous = current;
  }
  return previous[b.length]!;
}
