import { TenlabError } from '@tenlab/core';
import type { DenseLayer } from './dense-layer';

/**
 * Dense layers one after another: what is behind `Sequential` and the gradient tape, in plain arrays.
 *
 * A training step is four lines, the same as everywhere: forward, loss, backward, update.
 *
 * @example
 * const network = new DenseNetwork([new DenseLayer([[0.5]], [0])]);
 * const optimizer = new SGD({ learningRate: 0.1 });
 * for (let step = 0; step < 200; step++) {
 *   const predictions = network.forward([[0], [1], [2]]);
 *   const { gradients } = meanSquaredError([[1], [3], [5]], predictions); // y = 2x + 1
 *   network.backward(gradients);
 *   optimizer.update(network.parameters, network.gradients);
 * }
 * network.forward([[10]]); // [[21.0…]]
 */
export class DenseNetwork {
  readonly layers: readonly DenseLayer[];

  constructor(layers: readonly DenseLayer[]) {
    for (const [i, layer] of layers.entries()) {
      const before = layers[i - 1];
      if (!before || before.biases.length === layer.weights.length) continue;
      throw new TenlabError({
        code: 'invalid-shape',
        place: 'DenseNetwork',
        expected: `layer ${i} must have as many inputs as layer ${i - 1} has units, ${before.biases.length}`,
        received: layer.weights.length,
        remedy: 'Give it one row of weights for each unit before it.',
      });
    }
    this.layers = layers;
  }

  /** Each layer's outputs are the next one's inputs. */
  forward(inputs: readonly number[][]): number[][] {
    return this.layers.reduce<readonly number[][]>((x, layer) => layer.forward(x), inputs) as number[][];
  }

  /** The same way back: each layer's gradients by its inputs are those of the one before by its outputs. */
  backward(outputGradients: readonly number[][]): void {
    const [first, ...others] = this.layers;
    const gradients = others.reduceRight<readonly number[][]>((each, layer) => layer.backward(each), outputGradients);
    // Nobody learns from how the loss changes with the data: for pictures that would be most of the work.
    first?.learnFrom(gradients);
  }

  /** All there is to learn, as lists of numbers: the rows of each layer's weights, then its biases. Changing them changes the network. */
  get parameters(): number[][] {
    return this.layers.flatMap(({ weights, biases }) => [...weights, biases]);
  }

  /** How the loss changes with each of the parameters, in the same order. */
  get gradients(): number[][] {
    return this.layers.flatMap(({ weightGradients, biasGradients }) => [...weightGradients, biasGradients]);
  }
}
