import { Tensor } from '@tensorflow/tfjs-core';

/** What a step may return: tensors, alone or in arrays and records, or nothing. */
export type Structure = Tensor | readonly Structure[] | { readonly [name: string]: Structure } | undefined | null;

/** Replaces every tensor of a structure, in order. Throws a TypeError at anything that is neither tensor nor container. */
export function mapTensors(structure: unknown, replace: (tensor: Tensor) => Tensor): Structure {
  if (structure === undefined || structure === null) return structure;
  if (structure instanceof Tensor) return replace(structure);
  if (Array.isArray(structure)) return structure.map((part) => mapTensors(part, replace));
  if (typeof structure === 'object' && Object.getPrototypeOf(structure) === Object.prototype) {
    return Object.fromEntries(Object.entries(structure).map(([name, part]) => [name, mapTensors(part, replace)]));
  }
  throw new TypeError(`it returns a ${typeof structure} (only tensors, arrays and records of them can be)`);
}

/** The tensors of a structure, in order. */
export function tensorsOf(structure: unknown): Tensor[] {
  const tensors: Tensor[] = [];
  mapTensors(structure, (tensor) => {
    tensors.push(tensor);
    return tensor;
  });
  return tensors;
}
