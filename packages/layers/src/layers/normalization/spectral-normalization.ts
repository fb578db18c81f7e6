import { inWords, TenlabError } from '@tenlab/core';
import * as tf from '@tensorflow/tfjs-core';
import type { Shape, Shapes } from '../../graph/shape';
import type { Tree } from '../../graph/tree';
import { TruncatedNormal } from '../../initializers/index';
import { type Config, type ConfigObject, isConfigObject } from '../../registry/config';
import { deserializeLayer } from '../../serialization/deserialize';
import { serializeObject } from '../../serialization/serialize-object';
import { Weight } from '../../weight';
import { expectPositiveInteger } from '../checks';
import { type CallOptions, Layer, type LayerOptions } from '../layer';

export interface SpectralNormalizationOptions extends LayerOptions {
  /** The layer whose kernel or embeddings are normalised. */
  layer: Layer | ConfigObject;
  /** How often the singular vector is refined in each training step. Default 1. */
  powerIterations?: number;
}

/**
 * Keeps the largest singular value of a layer's kernel near 1: each training step divides the kernel `W` by
 * `sigma = v W uᵀ`, where power iteration finds the singular vectors, `v <- u Wᵀ / |u Wᵀ|`, `u <- v W / |v W|`.
 *
 * Shapes: those of the layer inside. Throws when it has neither kernel nor embeddings. A kernel of zeros stays as it is.
 * Miyato et al. 2018. Keras class: `keras.layers.SpectralNormalization`.
 *
 * @example
 * new SpectralNormalization({ layer: new Dense({ units: 3 }) }).apply(tf.ones([2, 5])).shape; // [2, 3]
 */
export class SpectralNormalization extends Layer {
  static override readonly className: string = 'SpectralNormalization';
  readonly layer: Layer;
  readonly powerIterations: number;
  declare vectorU: Weight;

  constructor(options: SpectralNormalizationOptions) {
    super(options, ['layer', 'powerIterations']);
    const { layer, powerIterations = 1 } = options;
    this.layer = expectLayer(this.place, isConfigObject(layer) ? deserializeLayer(layer) : layer);
    expectPositiveInteger(this.place, 'powerIterations', powerIterations, 1);
    this.powerIterations = powerIterations;
  }

  override build(inputShape: Shape): void {
    if (!this.layer.built) this.layer.build(inputShape);
    this.inputSpec = { minNdim: 1, axes: { [-1]: inputShape.at(-1) ?? null } };
    const shape = [1, this.#kernel.shape.at(-1) as number];
    const initializer = new TruncatedNormal({ stddev: 0.02 });
    this.vectorU = this.addWeight({ name: 'vector_u', shape, initializer, trainable: false });
  }

  override call(inputs: Tree<tf.Tensor>, { training }: CallOptions): Tree<tf.Tensor> {
    if (training) this.#normalise();
    return this.layer.apply(inputs, { training });
  }

  override computeOutputShape(inputShape: Shapes): Shapes {
    return this.layer.computeOutputShape(inputShape);
  }

  /** The kernel counts as this layer's own and comes first, as in Keras. */
  override get weights(): Weight[] {
    return this.built ? [...new Set([this.#kernel, ...super.weights])] : super.weights;
  }

  override getConfig(): Config {
    return {
      ...super.getConfig(),
      layer: serializeObject(this.layer),
      power_iterations: this.powerIterations,
    };
  }

  get #kernel(): Weight {
    const { kernel, embeddings } = this.layer as Layer & { kernel?: unknown; embeddings?: unknown };
    const found = kernel ?? embeddings;
    if (found instanceof Weight) return found;
    throw new TenlabError({
      code: 'invalid-argument',
      place: this.place,
      expected: '`layer` must have a kernel or embeddings',
      received: inWords(this.layer.place),
      remedy: 'Wrap a layer such as Dense, Conv2D or Embedding.',
    });
  }

  #normalise(): void {
    tf.tidy(() => {
      const kernel = this.#kernel.read();
      const weights = tf.reshape(kernel, [-1, kernel.shape.at(-1) as number]) as tf.Tensor2D;
      const before = this.vectorU.read() as tf.Tensor2D;
      let u = before;
      let v = before;
      for (let i = 0; i < this.powerIterations; i++) {
        v = unit(tf.matMul(u, weights, false, true));
        u = unit(tf.matMul(v, weights));
      }
      const sigma = tf.matMul(tf.matMul(v, weights), u, false, true);
      const isZero = tf.equal(tf.max(tf.abs(weights)), 0);
      // Where the kernel is all zeros, so is sigma.
      const divisor = tf.where(isZero, tf.onesLike(sigma), sigma);
      this.vectorU.assign(tf.where(isZero, before, u));
      this.#kernel.assign(tf.div(kernel, tf.reshape(divisor, [])));
    });
  }
}

/** Keras's `normalize` over all elements: divided by the length, at least 1e-7. */
function unit(x: tf.Tensor2D): tf.Tensor2D {
  return tf.mul(x, tf.rsqrt(tf.maximum(tf.sum(tf.square(x)), 1e-14)));
}

function expectLayer(place: string, layer: unknown): Layer {
  if (layer instanceof Layer) return layer;
  throw new TenlabError({
    code: 'invalid-argument',
    place,
    expected: '`layer` must be a layer',
    received: layer,
    remedy: 'Pass one, for example new Dense({ units: 3 }).',
  });
}
