import * as tenlab from '@tenlab/layers';
import type { ClassSpec, Net } from '../nets/net';
import { camelCaseKeys } from './camel-case';

/** The model of a net, compiled; `options` go to `compile` besides. */
export function buildModel(
  { layers, input, optimizer, loss, metrics }: Net,
  options: tenlab.CompileOptions = {},
): tenlab.Model {
  const inputs = tenlab.Input({ shape: [...input.shape], ...(input.kind === 'ids' ? { dtype: 'int32' } : {}) });
  let outputs = inputs;
  for (const [name, config] of layers) {
    outputs = name === 'ResidualBlock' ? residualBlock(outputs, config) : layer(name, config).apply(outputs);
  }
  const model = new tenlab.Model({ inputs, outputs });
  model.compile({
    optimizer: make<tenlab.Optimizer>(tenlab.optimizers, optimizer),
    loss: make<tenlab.losses.Loss>(tenlab.losses, loss),
    ...(metrics ? { metrics: [...metrics] } : {}),
    ...options,
  });
  return model;
}

const layer = (...spec: ClassSpec) => make<tenlab.Layer>(tenlab, spec);

function residualBlock(x: tenlab.KerasTensor, config: Readonly<Record<string, unknown>>): tenlab.KerasTensor {
  const { filters, strides } = config as { filters: number; strides: number };
  const convolution = (kernel: number, stride: number, to: tenlab.KerasTensor) => {
    const options = { filters, kernel_size: kernel, strides: stride, padding: 'same', use_bias: false };
    return layer('BatchNormalization', {}).apply(layer('Conv2D', options).apply(to));
  };
  const relu = (to: tenlab.KerasTensor) => layer('ReLU', {}).apply(to);
  const shortcut = strides !== 1 || x.shape.at(-1) !== filters ? convolution(1, strides, x) : x;
  const inner = convolution(3, 1, relu(convolution(3, strides, x)));
  return relu(layer('Add', {}).apply([inner, shortcut]));
}

/** An instance of the class of that name, with Keras's arguments in our spelling. */
function make<T>(family: object, [name, config]: ClassSpec): T {
  const found = (family as Record<string, new (options: Record<string, unknown>) => T>)[name];
  if (found === undefined) throw new Error(`@tenlab/layers has no ${name} yet`);
  return new found(camelCaseKeys(config));
}
