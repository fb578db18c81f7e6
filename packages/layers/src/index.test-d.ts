// What the types promise: which options there are, what they may be, and what comes out. Compiled by `pnpm typecheck`; never run.
import * as tf from '@tensorflow/tfjs-core';
import { expectTypeOf } from 'vitest';
import {
  type CompileOptions,
  Conv1D,
  Conv2D,
  cloneModel,
  Dense,
  type DenseOptions,
  Dropout,
  type FitOptions,
  gradCheck,
  gradientsOf,
  type History,
  Input,
  KerasTensor,
  LSTM,
  MaxPooling2D,
  Model,
  plotModel,
  Sequential,
  type StepData,
  type StepLogs,
} from './index';

declare const tensor: tf.Tensor;
declare const model: Model;

// What a layer puts out follows what goes in.
expectTypeOf(new Dense({ units: 1 }).apply(tensor)).toEqualTypeOf<tf.Tensor>();
expectTypeOf(new Dense({ units: 1 }).apply(Input({ shape: [3] }))).toEqualTypeOf<KerasTensor>();
expectTypeOf(new LSTM({ units: 1, returnState: true }).apply<tf.Tensor[]>(tensor)).toEqualTypeOf<tf.Tensor[]>();

// Options that must be given, that do not exist, and that have other values.
// @ts-expect-error `units` is missing
new Dense({});
// @ts-expect-error `unit` is no option
new Dense({ units: 1, unit: 2 });
// @ts-expect-error `units` is a number
new Dense({ units: '1' });
// @ts-expect-error an activation is a name, a function or a config
new Dense({ units: 1, activation: 3 });
// @ts-expect-error `padding` has two values
new Conv2D({ filters: 1, kernelSize: 3, padding: 'equal' });
new Conv1D({ filters: 1, kernelSize: 3, padding: 'causal' });
// @ts-expect-error only sequences have a `padding` in front
new Conv2D({ filters: 1, kernelSize: 3, padding: 'causal' });
// @ts-expect-error `dataFormat` has two values
new MaxPooling2D({ dataFormat: 'NHWC' });
// @ts-expect-error `rate` is missing
new Dropout({});
new Dense({ units: 1, activation: (x) => x, kernelInitializer: 'he_normal', kernelRegularizer: null });
new Dense({ units: 1, activation: 'my_own_activation' });
expectTypeOf<DenseOptions['useBias']>().toEqualTypeOf<boolean | undefined>();

// Training.
expectTypeOf(model.fit(tensor, tensor, { epochs: 2, validationSplit: 0.2 })).resolves.toEqualTypeOf<History>();
// @ts-expect-error `epoch` is no option
model.fit(tensor, tensor, { epoch: 2 });
// @ts-expect-error `optimiser` is no option
model.compile({ optimiser: 'adam' });
model.compile({
  optimizer: 'adam',
  loss: { a: 'mse', b: null },
  metrics: ['accuracy', (yTrue, yPred) => tf.sub(yPred, yTrue)],
});
expectTypeOf(model.evaluate(tensor, tensor, { returnDict: true })).resolves.toEqualTypeOf<Record<string, number>>();
expectTypeOf(model.evaluate(tensor, tensor)).resolves.toEqualTypeOf<number | number[]>();
expectTypeOf(model.predict(tensor)).resolves.toEqualTypeOf<tf.Tensor | tf.Tensor[]>();
expectTypeOf<FitOptions['verbose']>().not.toEqualTypeOf<string | undefined>();
expectTypeOf<CompileOptions['jitCompile']>().toEqualTypeOf<boolean | 'auto' | undefined>();

// Models.
new Sequential([new Dense({ units: 1 }), Input({ shape: [3] })]);
// @ts-expect-error a stack is made of layers
new Sequential([3]);
expectTypeOf(cloneModel(model)).toEqualTypeOf<Model>();
expectTypeOf(plotModel(model, { theme: 'dark' })).resolves.toBeString();
// @ts-expect-error `theme` has three values
plotModel(model, { theme: 'blue' });
class Own extends Model {
  override trainStep(data: StepData): StepLogs {
    const { loss } = gradientsOf(this.trainableWeights, () => ({ loss: this.apply(data.x as tf.Tensor) }));
    expectTypeOf(loss).toEqualTypeOf<tf.Tensor>();
    return { loss };
  }
}
expectTypeOf(new Own().layers).toEqualTypeOf<Model['layers']>();

// A function's arguments are those it is checked at.
declare const matrix: tf.Tensor2D;
gradCheck((x) => {
  expectTypeOf(x).toEqualTypeOf<tf.Tensor2D>();
  return x;
}, matrix);
gradCheck(
  (a, b) => {
    expectTypeOf(a).toEqualTypeOf<tf.Tensor2D>();
    expectTypeOf(b).toEqualTypeOf<tf.Tensor>();
    return tf.matMul(a, b as tf.Tensor2D);
  },
  [matrix, tensor],
);
expectTypeOf(new KerasTensor([null, 3]))
  .toHaveProperty('shape')
  .toEqualTypeOf<(number | null)[]>();
