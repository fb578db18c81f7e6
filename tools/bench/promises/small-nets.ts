import { nets } from '../nets';
import type { InputSpec, LayerSpec, Net } from '../nets/net';

/** Channels and units of the large nets are divided by this. */
const divisor = 8;

/**
 * The nets of the bench at a size at which hundreds of steps take seconds, with every kind of layer left in: batches of a
 * few rows, the large and the recurrent nets with an eighth of their channels, a fifth of the days, a sixteenth of the pixels.
 */
export const smallNets: readonly Net[] = nets.map((net) => {
  const large = ['alexnet', 'cifar-resnet18', 'stock-lstm', 'stock-gru'].includes(net.name);
  return {
    ...net,
    batch: 4,
    input: smallerInput(net.input),
    layers: large ? net.layers.map(smallerLayer) : net.layers,
  };
});

function smallerInput(input: InputSpec): InputSpec {
  const [first, ...others] = input.shape;
  if (first === 60) return { ...input, shape: [12, ...others] };
  if (first === 32) return { ...input, shape: [8, 8, 3] };
  return input;
}

function smallerLayer([name, config]: LayerSpec, index: number, all: readonly LayerSpec[]): LayerSpec {
  if (index === all.length - 1) return [name, config];
  const sizes = ['filters', 'units'].filter((key) => key in config);
  return [
    name,
    { ...config, ...Object.fromEntries(sizes.map((key) => [key, Math.ceil(Number(config[key]) / divisor)])) },
  ];
}
