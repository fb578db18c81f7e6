import {
  Add,
  type backend_util,
  Elu,
  LeakyRelu,
  Prelu,
  Relu,
  Relu6,
  Reshape,
  Sigmoid,
  type TensorInfo,
  util,
} from '@tensorflow/tfjs-core';
import type { WasmBackend } from '../../wasm-backend';
import { activationNumber } from './activation';
import { callKernel } from './call-kernel';
import { type Epilogue, noEpilogue } from './product';

/** What tfjs fuses with a product: `activation(product + bias)`. */
export interface FusedParts {
  /** For errors: the operation, as the user calls it. */
  readonly place: string;
  /** Columns of the product: the length of its last axis, or of its second one for channels first. */
  readonly channels: number;
  readonly channelsFirst?: boolean;
  readonly bias?: TensorInfo | undefined;
  readonly activation?: backend_util.Activation | undefined;
  readonly preluActivationWeights?: TensorInfo | undefined;
  readonly leakyreluAlpha?: number | undefined;
}

/**
 * Runs `compute` with an epilogue that adds the bias and applies the activation while the product is in the cache. That works
 * for a bias and PReLU weights that are one number, or one per channel; others are applied to the finished product.
 */
export function fused(
  backend: WasmBackend,
  parts: FusedParts,
  compute: (epilogue: Epilogue) => TensorInfo,
): TensorInfo {
  const { place, channels, bias, activation = 'linear', leakyreluAlpha = 0.2 } = parts;
  const preluActivationWeights = activation === 'prelu' ? parts.preluActivationWeights : undefined;
  const number = activationNumber(activation, place);
  if (!isPerChannel(bias, parts)) return finish(backend, parts, compute(noEpilogue));
  const fits = isPerChannel(preluActivationWeights, parts);
  const bytes = Math.max(4, channels * 4);
  const out = backend.device.withTemporary([bytes, bytes], (biasSpread, slopeSpread) =>
    compute({
      bias: perChannel(backend, bias, channels, biasSpread!),
      activation: fits ? number : 0,
      slope: fits ? perChannel(backend, preluActivationWeights, channels, slopeSpread!) : 0,
      alpha: leakyreluAlpha,
    }),
  );
  return fits ? out : finish(backend, { ...parts, bias: undefined }, out);
}

/** Whether a bias is absent, one number, or one number for each channel. */
function isPerChannel(tensor: TensorInfo | undefined, { channels, channelsFirst = false }: FusedParts): boolean {
  if (!tensor) return true;
  const size = util.sizeFromShape(tensor.shape);
  if (size === 1) return true;
  const axis = channelsFirst && tensor.shape.length > 1 ? tensor.shape.length - 3 : tensor.shape.length - 1;
  return size === channels && tensor.shape[axis] === channels;
}

/** The address of one float per channel; one number for all is spread out into `spread`. */
function perChannel(backend: WasmBackend, tensor: TensorInfo | undefined, channels: number, spread: number): number {
  if (!tensor) return 0;
  const address = backend.address(tensor);
  if (util.sizeFromShape(tensor.shape) === channels) return address;
  backend.device.floats(spread, channels).fill(backend.device.floats(address, 1)[0]!);
  return spread;
}

/** Adds the bias to a product and applies the activation, as operations of their own; the product is disposed. */
function finish(backend: WasmBackend, parts: FusedParts, product: TensorInfo): TensorInfo {
  const { bias, activation = 'linear', preluActivationWeights, leakyreluAlpha = 0.2 } = parts;
  let out = product;
  const replaceBy = (next: TensorInfo) => {
    backend.disposeData(out.dataId);
    out = next;
  };
  if (bias) meetingChannels(backend, bias, parts, (b) => replaceBy(callKernel(backend, Add, { a: out, b })));
  if (activation === 'prelu') {
    meetingChannels(backend, preluActivationWeights!, parts, (alpha) =>
      replaceBy(callKernel(backend, Prelu, { x: out, alpha })),
    );
  } else if (activation === 'leakyrelu') {
    replaceBy(callKernel(backend, LeakyRelu, { x: out }, { alpha: leakyreluAlpha }));
  } else if (activation !== 'linear') {
    replaceBy(callKernel(backend, kernelNames[activation], { x: out }));
  }
  return out;
}

const kernelNames = { relu: Relu, relu6: Relu6, elu: Elu, sigmoid: Sigmoid };

/** Runs `use` with a vector per channel shaped so that it meets the channels of a channels-first product. */
function meetingChannels(
  backend: WasmBackend,
  tensor: TensorInfo,
  { channelsFirst = false }: FusedParts,
  use: (tensor: TensorInfo) => void,
): void {
  if (!channelsFirst || tensor.shape.length !== 1 || tensor.shape[0] === 1) {
    use(tensor);
    return;
  }
  const reshaped = callKernel(backend, Reshape, { x: tensor }, { shape: [tensor.shape[0]!, 1, 1] });
  use(reshaped);
  backend.disposeData(reshaped.dataId);
}
