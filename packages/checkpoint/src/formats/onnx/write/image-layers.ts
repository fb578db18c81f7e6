import { activate } from './activations';
import { type LayerCall, type LayerWriter, notInOnnx } from './layer-call';
import type { OnnxAttribute } from './onnx-graph';
import { permute } from './permute';

// Keras has the channels last, ONNX first: values are transposed around each operation, kernels once, when the file is written.

/** Convolutions, pooling and padding. */
export const imageLayers: Readonly<Record<string, LayerWriter>> = {
  Conv1D: convolution,
  Conv2D: convolution,
  Conv3D: convolution,
  DepthwiseConv1D: (call) => {
    const value = channelsFirst(call, (input) => depthwise(call, input, 'kernel', true));
    return activate(call, value, call.config.activation);
  },
  DepthwiseConv2D: (call) => imageLayers.DepthwiseConv1D!(call),
  SeparableConv1D: (call) => {
    const { graph, config, weight } = call;
    const value = channelsFirst(call, (input) => {
      const pixels = depthwise(call, input, 'depthwise_kernel', false);
      const kernel = graph.constant('kernel', toOnnxKernel(weight('pointwise_kernel')));
      return graph.add('Conv', [pixels, kernel, ...bias(call)]);
    });
    return activate(call, value, config.activation);
  },
  SeparableConv2D: (call) => imageLayers.SeparableConv1D!(call),
  MaxPooling1D: (call) => pool(call, 'MaxPool'),
  MaxPooling2D: (call) => pool(call, 'MaxPool'),
  MaxPooling3D: (call) => pool(call, 'MaxPool'),
  AveragePooling1D: (call) => pool(call, 'AveragePool'),
  AveragePooling2D: (call) => pool(call, 'AveragePool'),
  AveragePooling3D: (call) => pool(call, 'AveragePool'),
  GlobalMaxPooling1D: (call) => globalPool(call, 'ReduceMax'),
  GlobalMaxPooling2D: (call) => globalPool(call, 'ReduceMax'),
  GlobalMaxPooling3D: (call) => globalPool(call, 'ReduceMax'),
  GlobalAveragePooling1D: (call) => globalPool(call, 'ReduceMean'),
  GlobalAveragePooling2D: (call) => globalPool(call, 'ReduceMean'),
  GlobalAveragePooling3D: (call) => globalPool(call, 'ReduceMean'),
  ZeroPadding1D: (call) => zeroPadding(call, [call.config.padding as [number, number]]),
  ZeroPadding2D: (call) => zeroPadding(call, call.config.padding as [number, number][]),
  ZeroPadding3D: (call) => zeroPadding(call, call.config.padding as [number, number][]),
};

function convolution(call: LayerCall): string {
  const { graph, config, weight } = call;
  const value = channelsFirst(call, (input) => {
    const attributes = {
      ...windowAttributes(call, config.kernel_size as number[]),
      group: { int: config.groups as number },
    };
    return graph.add(
      'Conv',
      [input, graph.constant('kernel', toOnnxKernel(weight('kernel'))), ...bias(call)],
      attributes,
    );
  });
  return activate(call, value, config.activation);
}

/** Each channel by itself: a convolution of as many groups as there are channels. */
function depthwise(call: LayerCall, input: string, name: string, withBias: boolean): string {
  const { graph, config, weight } = call;
  const { shape, data } = weight(name);
  const spatial = shape.slice(0, -2);
  const [channels, multiplier] = shape.slice(-2) as [number, number];
  const axes = spatial.map((_, axis) => axis);
  // [..., channel, k] to [channel, k, ...], which is [channel · k, 1, ...].
  const moved = permute(data, shape, [spatial.length, spatial.length + 1, ...axes]);
  const kernel = graph.constant('kernel', { shape: [channels * multiplier, 1, ...spatial], data: moved.data });
  const attributes = { ...windowAttributes(call, config.kernel_size as number[]), group: { int: channels } };
  return graph.add('Conv', [input, kernel, ...(withBias ? bias(call) : [])], attributes);
}

/** [..., in, out] to [out, in, ...] */
function toOnnxKernel({ shape, data }: { shape: number[]; data: Float32Array }) {
  const spatial = shape.slice(0, -2).map((_, axis) => axis);
  return permute(data, shape, [spatial.length + 1, spatial.length, ...spatial]);
}

function bias({ graph, config, weight }: LayerCall): string[] {
  return config.use_bias ? [graph.constant('bias', weight('bias'))] : [];
}

function pool(call: LayerCall, operation: string): string {
  const attributes = windowAttributes(call, call.config.pool_size as number[]);
  // What lies beyond the edge does not count.
  if (operation === 'AveragePool') attributes.count_include_pad = { int: 0 };
  return channelsFirst(call, (input) => call.graph.add(operation, [input], attributes));
}

function globalPool(call: LayerCall, operation: string): string {
  if (call.masked) throw notInOnnx(call, 'inputs without a mask', true, 'ONNX has no masks: train without `maskZero`.');
  const rank = call.inputShapes[0]!.length;
  const first = isChannelsFirst(call) ? 2 : 1;
  const axes = Array.from({ length: rank - 2 }, (_, axis) => axis + first);
  return call.graph.add(operation, [call.inputs[0]!], {
    axes: { ints: axes },
    keepdims: { int: call.config.keepdims ? 1 : 0 },
  });
}

function zeroPadding(call: LayerCall, margins: readonly (readonly [number, number])[]): string {
  const inner = isChannelsFirst(call) ? [[0, 0], ...margins] : [...margins, [0, 0]];
  const all = [[0, 0], ...inner] as [number, number][];
  const pads = [...all.map(([before]) => before), ...all.map(([, after]) => after)];
  return call.graph.add('Pad', [call.inputs[0]!, call.graph.integers('pads', pads)], { mode: { text: 'constant' } });
}

/** What window, steps and edges are. */
function windowAttributes(call: LayerCall, size: readonly number[]): Record<string, OnnxAttribute> {
  const { strides, dilation_rate: dilations, padding } = call.config as Record<string, readonly number[]>;
  const all = (value: readonly number[] | number | undefined, other: number) =>
    value === undefined ? size.map(() => other) : Array.isArray(value) ? value : size.map(() => value as number);
  const attributes: Record<string, OnnxAttribute> = {
    kernel_shape: { ints: size },
    strides: { ints: all(strides, 1) },
  };
  if (dilations !== undefined) attributes.dilations = { ints: all(dilations, 1) };
  const edges = String(padding);
  const reach = size.map((length, axis) => (length - 1) * all(dilations, 1)[axis]!);
  if (edges === 'causal') attributes.pads = { ints: [reach[0]!, 0] };
  else if (edges === 'same' && all(dilations, 1).some((dilation) => dilation > 1)) {
    // Steps are 1 then, so the edges do not depend on the length; onnxruntime does not find them by itself.
    const before = reach.map((length) => Math.floor(length / 2));
    attributes.pads = { ints: [...before, ...reach.map((length, axis) => length - before[axis]!)] };
  } else if (edges === 'same') attributes.auto_pad = { text: 'SAME_UPPER' };
  return attributes;
}

/** Does something with the channels first. */
function channelsFirst(call: LayerCall, run: (value: string) => string): string {
  const { graph, inputs, inputShapes } = call;
  if (isChannelsFirst(call)) return run(inputs[0]!);
  const rank = inputShapes[0]!.length;
  const spatial = Array.from({ length: rank - 2 }, (_, axis) => axis + 1);
  const value = graph.add('Transpose', [inputs[0]!], { perm: { ints: [0, rank - 1, ...spatial] } });
  return graph.add('Transpose', [run(value)], { perm: { ints: [0, ...spatial.map((axis) => axis + 1), 1] } });
}

function isChannelsFirst({ config }: LayerCall): boolean {
  return config.data_format === 'channels_first';
}
