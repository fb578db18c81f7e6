import * as tf from '@tensorflow/tfjs-core';
import { isRecord } from '../graph/tree';

/** Something with random state of its own, as core's `SeedGenerator`. */
export interface RandomState {
  readonly state: tf.Variable;
  dispose(): void;
}

/**
 * Everything of some kind that an object holds: in its own properties, and in the lists, records and maps in them.
 *
 * This is how a layer knows its sub-layers: whatever is stored in a property counts, in the order of the properties.
 * Private `#fields` cannot be seen, so sub-layers belong in ordinary ones.
 */
export function tracked<T extends object>(owner: object, isKind: (value: object) => value is T): T[] {
  const found = new Set<T>();
  for (const value of Object.values(owner)) collect(value, isKind, found);
  return [...found];
}

/** Whether a value has random state. */
export function isRandomState(value: object): value is RandomState {
  return 'state' in value && value.state instanceof tf.Variable;
}

function collect<T extends object>(value: unknown, isKind: (value: object) => value is T, found: Set<T>): void {
  if (typeof value !== 'object' || value === null) return;
  if (isKind(value)) {
    found.add(value);
  } else if (Array.isArray(value)) {
    // Long lists of numbers or words hold no layers; looking at the first is enough.
    if (typeof value[0] === 'object') for (const item of value) collect(item, isKind, found);
  } else if (value instanceof Map) {
    for (const item of value.values()) collect(item, isKind, found);
  } else if (isRecord(value)) {
    for (const item of Object.values(value)) collect(item, isKind, found);
  }
}
