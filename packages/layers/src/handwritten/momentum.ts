import { likeParameters, type Optimizer } from './optimizer';

/**
 * Gradient descent with momentum: a ball that rolls downhill, and keeps a part of its speed `v` from step to step.
 *
 * `v <- momentum · v - learningRate · g`
 * `w <- w + v`
 *
 * The twin of `SGD({ momentum })`. Polyak 1964.
 *
 * @example
 * const parameters = [[1]];
 * const optimizer = new Momentum({ learningRate: 0.1, momentum: 0.5 });
 * optimizer.update(parameters, [[2]]); // v = -0.2, w = 0.8
 * optimizer.update(parameters, [[2]]); // v = -0.3
 * parameters; // [[0.5]]
 */
export class Momentum implements Optimizer {
  readonly learningRate: number;
  readonly momentum: number;
  #velocities: number[][] | null = null;

  constructor({ learningRate = 0.01, momentum = 0.9 } = {}) {
    this.learningRate = learningRate;
    this.momentum = momentum;
  }

  update(parameters: number[][], gradients: readonly number[][]): void {
    this.#velocities ??= likeParameters(parameters, 0);
    for (const [i, w] of parameters.entries()) {
      const [g, v] = [gradients[i]!, this.#velocities[i]!];
      for (let j = 0; j < w.length; j++) {
        v[j] = this.momentum * v[j]! - this.learningRate * g[j]!;
        w[j]! += v[j]!;
      }
    }
  }
}
