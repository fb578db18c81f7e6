import { TenlabError } from '@tenlab/core';
import { type Config, type ConfigObject, isConfigObject } from '../registry/config';
import { expectKnownOptions } from '../registry/options';
import type { Weight } from '../weight';
import { getOptimizer, type OptimizerIdentifier } from './get-optimizer';
import type { Optimizer } from './optimizer';
import { serializeOptimizer } from './serialize-optimizer';

export interface OptimizerMapOptions {
  /** For the weights no pattern matches. */
  defaultOptimizer: OptimizerIdentifier;
  /** Regular expressions that match a whole weight path, each with its optimizer. */
  optimizerMap?: Record<string, OptimizerIdentifier>;
}

/**
 * Tells which optimizer a weight has, by its path.
 *
 * Keras class: `keras.optimizers.OptimizerMap`.
 *
 * @example
 * const map = new OptimizerMap({ defaultOptimizer: 'adam', optimizerMap: { '.*bias': new SGD() } });
 * map.get(new Weight({ name: 'bias', path: 'dense/bias', shape: [1] })).name; // 'sgd'
 */
export class OptimizerMap {
  static readonly className: string = 'OptimizerMap';
  readonly defaultOptimizer: Optimizer;
  readonly optimizerMap: Readonly<Record<string, Optimizer>>;

  constructor(options: OptimizerMapOptions) {
    expectKnownOptions('OptimizerMap', options, ['defaultOptimizer', 'optimizerMap']);
    this.defaultOptimizer = getOptimizer(options.defaultOptimizer);
    const entries = Object.entries(options.optimizerMap ?? {});
    this.optimizerMap = Object.fromEntries(entries.map(([pattern, optimizer]) => [pattern, getOptimizer(optimizer)]));
  }

  /** Reads a map from Keras's config, or passes one through. */
  static from(map: OptimizerMap | OptimizerMapOptions | ConfigObject): OptimizerMap {
    if (map instanceof OptimizerMap) return map;
    if (!isConfigObject(map)) return new OptimizerMap(map);
    const { default_optimizer: defaultOptimizer, optimizer_map: optimizerMap } = map.config;
    return new OptimizerMap({ defaultOptimizer, optimizerMap } as OptimizerMapOptions);
  }

  /** All optimizers, each once, the default one last. */
  get optimizers(): Optimizer[] {
    return [...new Set([...Object.values(this.optimizerMap), this.defaultOptimizer])];
  }

  /** The optimizer of a weight. Throws when more than one pattern matches its path. */
  get(weight: Weight): Optimizer {
    const exact = this.optimizerMap[weight.path];
    if (exact) return exact;
    const patterns = Object.keys(this.optimizerMap).filter((key) => new RegExp(`^(?:${key})$`).test(weight.path));
    if (patterns.length > 1) {
      throw new TenlabError({
        code: 'ambiguous-weight',
        place: 'OptimizerMap',
        expected: `one pattern that matches '${weight.path}'`,
        received: patterns,
        remedy: 'Narrow the patterns so that no two match one weight.',
      });
    }
    return patterns.length === 1 ? this.optimizerMap[patterns[0]!]! : this.defaultOptimizer;
  }

  /** Keras's config of this map. */
  getConfig(): Config {
    const entries = Object.entries(this.optimizerMap);
    return {
      default_optimizer: serializeOptimizer(this.defaultOptimizer),
      optimizer_map: Object.fromEntries(
        entries.map(([pattern, optimizer]) => [pattern, serializeOptimizer(optimizer)]),
      ),
    };
  }
}
