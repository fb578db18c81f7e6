import { TenlabError } from '@tenlab/core';
import { type Activation, type ActivationIdentifier, getActivation } from '../activations/index';

/** Runs what reads an option; an error that does not say where it happened then names the layer. */
export function readOption<T>(place: string, option: string, read: () => T): T {
  try {
    return read();
  } catch (error) {
    if (!TenlabError.isInstance(error) || error.place !== undefined) throw error;
    const { code, expected, received, remedy } = error;
    throw new TenlabError({ code, place: `${place}, \`${option}\``, expected, received, remedy, cause: error });
  }
}

/** How a layer is named before its base class has made it: `Dense 'd'`, or `Dense` where it was given no name. */
export function placeOf(layerClass: { readonly className: string }, { name }: { name?: string | null }): string {
  return name ? `${layerClass.className} '${name}'` : layerClass.className;
}

/** Reads an option that is an activation; none is `linear`. */
export function activationOption(
  place: string,
  activation: ActivationIdentifier | null | undefined,
  option = 'activation',
): Activation {
  return readOption(place, option, () => getActivation(activation ?? null));
}

/** Throws unless the option is a whole number above 0. */
export function expectPositiveInteger(
  place: string,
  option: string,
  value: unknown,
  example: number,
): asserts value is number {
  if (Number.isInteger(value) && (value as number) > 0) return;
  throw new TenlabError({
    code: 'invalid-argument',
    place,
    expected: `\`${option}\` must be a positive integer`,
    received: value,
    remedy: `Pass a whole number, for example ${example}.`,
  });
}

/** Throws unless the option is one of a few values. */
export function expectOneOf<T>(
  place: string,
  option: string,
  value: unknown,
  allowed: readonly T[],
): asserts value is T {
  if (allowed.includes(value as T)) return;
  const names = allowed.map((name) => (typeof name === 'string' ? `'${name}'` : String(name)));
  throw new TenlabError({
    code: 'invalid-argument',
    place,
    expected: `\`${option}\` must be ${names.slice(0, -1).join(', ')}${names.length > 1 ? ' or ' : ''}${names.at(-1)}`,
    received: value,
    remedy: `Pass ${names[0]}, or leave it out for the default.`,
  });
}

/**
 * A number or list of numbers per spatial axis as a list of `count` positive integers: `3` and `[3, 3]` are the same size.
 *
 * Throws on any other length, on fractions, and below `minimum`.
 */
export function perAxis(
  place: string,
  option: string,
  value: number | readonly number[],
  count: number,
  minimum = 1,
): number[] {
  const list = typeof value === 'number' ? Array.from({ length: count }, () => value) : value;
  if (Array.isArray(list) && list.length === count && list.every((item) => Number.isInteger(item) && item >= minimum))
    return [...list];
  throw new TenlabError({
    code: 'invalid-argument',
    place,
    expected: `\`${option}\` must be ${minimum > 0 ? 'a positive integer' : `an integer not below ${minimum}`}, or a list of ${count} of them`,
    received: value,
    remedy: `Pass one for each of the ${count} axes, or one for all.`,
  });
}
