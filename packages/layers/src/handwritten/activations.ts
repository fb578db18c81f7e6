/** A function of one number, and its derivative, written in terms of what the function gave. */
export interface Activation {
  /** `a = f(z)` */
  readonly apply: (z: number) => number;
  /** `f'(z)`, from `a` */
  readonly derivative: (a: number) => number;
}

/**
 * What a layer may do to each of its outputs. All four derivatives can be read off the output itself, so that a layer need not
 * remember what went in.
 *
 * @example
 * activations.tanh.apply(0.5); // 0.46211715726…
 * activations.tanh.derivative(0.46211715726); // 0.786447732966…
 */
export const activations = {
  linear: { apply: (z: number) => z, derivative: () => 1 },
  relu: { apply: (z: number) => Math.max(z, 0), derivative: (a: number) => (a > 0 ? 1 : 0) },
  sigmoid: { apply: (z: number) => 1 / (1 + Math.exp(-z)), derivative: (a: number) => a * (1 - a) },
  tanh: { apply: Math.tanh, derivative: (a: number) => 1 - a * a },
} as const satisfies Record<string, Activation>;

export type ActivationName = keyof typeof activations;
