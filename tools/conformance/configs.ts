import type { Deviation } from './deviation';

/** Compares a config with the one Keras wrote: the same keys and values, in any order. */
export function compareConfigs(ours: unknown, theirs: unknown): Deviation {
  const [a, b] = [canonical(ours), canonical(theirs)];
  return { what: 'config', excess: a === b ? 0 : Infinity, text: `config: ${a}, expected ${b}` };
}

function canonical(value: unknown): string {
  return JSON.stringify(value, (_, inner: unknown) =>
    typeof inner === 'object' && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([left], [right]) => (left < right ? -1 : 1)))
      : inner,
  );
}
