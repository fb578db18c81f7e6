import { type Constraint, type ConstraintIdentifier, getConstraint } from '../constraints/index';
import { getInitializer, type Initializer, type InitializerIdentifier } from '../initializers/index';
import type { Config } from '../registry/config';
import { getRegularizer, type Regularizer, type RegularizerIdentifier } from '../regularizers/index';
import { serializeValue } from '../serialization/serialize-object';
import { readOption } from './checks';

/** How one of a layer's weights begins and what it is held to; spread it into `addWeight`. */
export interface WeightSettings {
  initializer: Initializer;
  regularizer: Regularizer | null;
  constraint: Constraint | null;
}

/** Options of layers with a kernel and a bias. */
export interface KernelBiasOptions {
  /** Whether a bias is added. Default true. */
  useBias?: boolean;
  /** Default `glorot_uniform`. */
  kernelInitializer?: InitializerIdentifier | null;
  /** Default `zeros`. */
  biasInitializer?: InitializerIdentifier | null;
  kernelRegularizer?: RegularizerIdentifier | null;
  biasRegularizer?: RegularizerIdentifier | null;
  kernelConstraint?: ConstraintIdentifier | null;
  biasConstraint?: ConstraintIdentifier | null;
}

/** The names of {@link KernelBiasOptions}. */
export const KERNEL_BIAS_OPTIONS = ['useBias', ...weightOptionNames('kernel'), ...weightOptionNames('bias')];

/** The three options of a weight: `kernel` has `kernelInitializer`, `kernelRegularizer`, `kernelConstraint`. */
export function weightOptionNames(weight: string): string[] {
  return [`${weight}Initializer`, `${weight}Regularizer`, `${weight}Constraint`];
}

/**
 * Reads the options of one weight. Throws on names that are not known, naming the layer.
 *
 * @example
 * const settings = weightSettings(this.place, options, 'kernel', 'glorot_uniform');
 * this.addWeight({ name: 'kernel', shape: [3, 4], ...settings });
 */
export function weightSettings(
  place: string,
  options: object,
  weight: string,
  initializer: InitializerIdentifier,
): WeightSettings {
  const read = <I, T>(kind: string, get: (identifier: I) => T, fallback: I | null): T | null => {
    const option = `${weight}${kind}`;
    const given = ((options as Readonly<Record<string, unknown>>)[option] as I | null | undefined) ?? fallback;
    return given === null ? null : readOption(place, option, () => get(given));
  };
  return {
    initializer: read('Initializer', getInitializer, initializer) as Initializer,
    regularizer: read('Regularizer', getRegularizer, null),
    constraint: read('Constraint', getConstraint, null),
  };
}

/** The config of several weights by name, in Keras's order. */
export function weightSettingsConfig(weights: Readonly<Record<string, WeightSettings>>): Config {
  const config: Config = {};
  for (const kind of ['initializer', 'regularizer', 'constraint'] as const) {
    for (const [weight, settings] of Object.entries(weights))
      config[`${weight}_${kind}`] = serializeValue(settings[kind]);
  }
  return config;
}
