import type { Callback } from '../callback';
import type { CallbackState, HostArray, RunState, RunValues } from './run-state';

/** Callbacks by the name their state has: the class, and a number where there are several of it. */
function named(callbacks: readonly Callback[]): [string, Callback][] {
  const counts = new Map<string, number>();
  return callbacks.map((callback) => {
    const { name } = callback.constructor;
    const count = counts.get(name) ?? 0;
    counts.set(name, count + 1);
    return [count === 0 ? name : `${name}_${count}`, callback];
  });
}

/** What the callbacks keep. */
export async function collectStates(
  callbacks: readonly Callback[],
): Promise<{ values: RunValues['callbacks']; arrays: Map<string, HostArray> }> {
  const values: Record<string, CallbackState['values']> = {};
  const arrays = new Map<string, HostArray>();
  for (const [name, callback] of named(callbacks)) {
    const state = await callback.getState();
    if (!state) continue;
    values[name] = state.values;
    for (const [key, array] of state.arrays ?? []) arrays.set(`callback/${name}/${key}`, array);
  }
  return { values, arrays };
}

/** Gives the callbacks back what they kept. Those that the run did not have begin anew; those it had and are gone are told of. */
export async function applyStates(place: string, callbacks: readonly Callback[], state: RunState): Promise<void> {
  const left = new Set(Object.keys(state.values.callbacks));
  for (const [name, callback] of named(callbacks)) {
    const values = state.values.callbacks[name];
    if (!values) continue;
    left.delete(name);
    const prefix = `callback/${name}/`;
    const own = [...state.arrays].filter(([key]) => key.startsWith(prefix));
    await callback.setState({ values, arrays: new Map(own.map(([key, array]) => [key.slice(prefix.length), array])) });
  }
  if (left.size === 0) return;
  console.warn(
    `${place}: the resumed run had callbacks that are missing now: ${[...left].join(', ')}. What they kept is dropped.`,
  );
}
