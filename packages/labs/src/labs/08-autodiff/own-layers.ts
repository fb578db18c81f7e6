import {
  type CallOptions,
  type Config,
  initializers,
  Layer,
  type LayerOptions,
  Model,
  type Shape,
  type Weight,
} from '@tenlab/layers';
import * as tf from '@tensorflow/tfjs-core';

/** A model of two numbers: `y = w · x + b`. Both begin far from where they belong, as in the course: 5 and 0. */
export class Line extends Model {
  static override readonly className: string = 'Line';
  declare w: Weight;
  declare b: Weight;

  override build(): void {
    this.w = this.addWeight({ name: 'w', shape: [], initializer: new initializers.Constant({ value: 5 }) });
    this.b = this.addWeight({ name: 'b', shape: [], initializer: 'zeros' });
  }

  override call(x: tf.Tensor): tf.Tensor {
    return tf.add(tf.mul(x, this.w.read()), this.b.read());
  }
}

export interface LinearOptions extends LayerOptions {
  /** How many numbers it gives for each example. */
  units: number;
}

/** A dense layer, written by hand: `y = x · W + b`. Its weights are made when it is first called, for then the width of `x` is known. */
export class Linear extends Layer {
  static override readonly className: string = 'Linear';
  readonly units: number;
  declare kernel: Weight;
  declare bias: Weight;

  constructor(options: LinearOptions) {
    super(options, ['units']);
    this.units = options.units;
  }

  override build(inputShape: Shape): void {
    this.kernel = this.addWeight({
      name: 'kernel',
      shape: [inputShape.at(-1)!, this.units],
      initializer: 'glorot_uniform',
    });
    this.bias = this.addWeight({ name: 'bias', shape: [this.units], initializer: 'zeros' });
  }

  override call(x: tf.Tensor): tf.Tensor {
    return tf.add(tf.matMul(x as tf.Tensor2D, this.kernel.read() as tf.Tensor2D), this.bias.read());
  }

  override computeOutputShape(inputShape: Shape): Shape {
    return [...inputShape.slice(0, -1), this.units];
  }

  override getConfig(): Config {
    return { ...super.getConfig(), units: this.units };
  }
}

/** A layer made of layers: `x + second(tanh(first(x)))`. What comes in goes around, and the block learns what to add. */
export class ResidualBlock extends Layer {
  static override readonly className: string = 'ResidualBlock';
  readonly first: Linear;
  readonly second: Linear;

  constructor({ units }: { units: number }) {
    super();
    this.first = new Linear({ units });
    this.second = new Linear({ units });
  }

  override call(x: tf.Tensor): tf.Tensor {
    return tf.add(x, this.second.apply(tf.tanh(this.first.apply(x) as tf.Tensor)) as tf.Tensor);
  }
}

/** A model by subclassing: one layer to widen, two residual blocks, one layer to answer. */
export class Wave extends Model {
  static override readonly className: string = 'Wave';
  readonly widen = new Linear({ units: 16 });
  readonly blocks = [new ResidualBlock({ units: 16 }), new ResidualBlock({ units: 16 })];
  readonly answer = new Linear({ units: 1 });

  override call(x: tf.Tensor, _: CallOptions): tf.Tensor {
    let wide = tf.tanh(this.widen.apply(x) as tf.Tensor);
    for (const block of this.blocks) wide = block.apply(wide) as tf.Tensor;
    return this.answer.apply(wide) as tf.Tensor;
  }
}
