import {
  Add,
  BatchNormalization,
  type CallOptions,
  Conv2D,
  Dense,
  GlobalAveragePooling2D,
  Layer,
  MaxPooling2D,
  Model,
  ReLU,
} from '@tenlab/layers';
import type * as tf from '@tensorflow/tfjs-core';

/**
 * Two convolutions, and a way around them: `relu(x + F(x))`. The block learns what to change; the gradient comes back through the
 * sum undiminished, so that hundreds of layers can be trained.
 */
export class ResidualBlock extends Layer {
  static override readonly className: string = 'ResidualBlock';
  readonly first: Normalized;
  readonly second: Normalized;
  /** Where height, width or channels change, `x` has to be brought into the new shape. */
  readonly shortcut: Normalized | null;
  readonly inner = new ReLU();
  readonly add = new Add();
  readonly outer = new ReLU();

  constructor({ filters, strides = 1, project = false }: { filters: number; strides?: number; project?: boolean }) {
    super();
    this.first = new Normalized({ filters, strides });
    this.second = new Normalized({ filters });
    this.shortcut = project ? new Normalized({ filters, strides, kernelSize: 1 }) : null;
  }

  override call(x: tf.Tensor, { training }: CallOptions): tf.Tensor {
    const changed = this.inner.apply(this.first.apply(x, { training }) as tf.Tensor);
    const around = this.shortcut === null ? x : (this.shortcut.apply(x, { training }) as tf.Tensor);
    return this.outer.apply(
      this.add.apply([this.second.apply(changed, { training }) as tf.Tensor, around]) as tf.Tensor,
    );
  }
}

/** A convolution and batch normalization, which takes the bias's place. */
export class Normalized extends Layer {
  static override readonly className: string = 'Normalized';
  readonly convolution: Conv2D;
  // Few steps are taken here: the moving averages follow faster than by Keras's 0.99.
  readonly normalization = new BatchNormalization({ momentum: 0.9 });

  constructor({ filters, strides = 1, kernelSize = 3 }: { filters: number; strides?: number; kernelSize?: number }) {
    super();
    this.convolution = new Conv2D({ filters, kernelSize, strides, padding: 'same', useBias: false });
  }

  override call(x: tf.Tensor, { training }: CallOptions): tf.Tensor {
    return this.normalization.apply(this.convolution.apply(x), { training });
  }
}

/** ResNet (2015) in small: a stem, three residual blocks, and means over all places. */
export class ResNet extends Model {
  static override readonly className: string = 'ResNet';
  readonly stem = new Normalized({ filters: 16 });
  readonly relu = new ReLU();
  readonly pool = new MaxPooling2D();
  readonly blocks = [
    new ResidualBlock({ filters: 16 }),
    new ResidualBlock({ filters: 32, project: true }),
    new ResidualBlock({ filters: 64, strides: 2, project: true }),
  ];
  readonly mean = new GlobalAveragePooling2D();
  readonly classes = new Dense({ units: 10 });

  override call(images: tf.Tensor, { training }: CallOptions): tf.Tensor {
    let x = this.pool.apply(this.relu.apply(this.stem.apply(images, { training }) as tf.Tensor)) as tf.Tensor;
    for (const block of this.blocks) x = block.apply(x, { training }) as tf.Tensor;
    return this.classes.apply(this.mean.apply(x));
  }
}
