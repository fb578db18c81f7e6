import { likeParameters, type Optimizer } from './optimizer';

/**
 * RMSProp: Adagrad that forgets: `v` is a moving mean of the squared gradients, so that steps may grow again.
 *
 * `v <- rho · v + (1 - rho) · g²`
 * `w <- w - learningRate · g / sqrt(v + epsilon)`
 *
 * The twin of `RMSprop`. Tieleman & Hinton 2012.
 *
 * @example
 * const parameters = [[1]];
 * new RMSProp({ learningRate: 0.1, rho: 0.75 }).update(parameters, [[2]]); // v = 1
 * parameters; // [[0.8…]]
 */
export class RMSProp implements Optimizer {
  readonly learningRate: number;
  readonly rho: number;
  readonly epsilon: number;
  #velocities: number[][] | null = null;

  constructor({ learningRate = 0.001, rho = 0.9, epsilon = 1e-7 } = {}) {
    this.learningRate = learningRate;
    this.rho = rho;
    this.epsilon = epsilon;
  }

  update(parameters: number[][], gradients: readonly number[][]): void {
    this.#velocities ??= likeParameters(parameters, 0);
    for (const [i, w] of parameters.entries()) {
      const [g, v] = [gradients[i]!, this.#velocities[i]!];
      for (let j = 0; j < w.length; j++) {
        v[j] = this.rho * v[j]! + (1 - this.rho) * g[j]! ** 2;
        w[j]! -= (this.learningRate * g[j]!) / Math.sqrt(v[j]! + this.epsilon);
      }
    }
  }
}
