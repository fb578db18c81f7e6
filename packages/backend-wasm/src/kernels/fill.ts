import {
  Fill,
  type FillAttrs,
  type KernelConfig,
  OnesLike,
  type TensorInfo,
  util,
  ZerosLike,
} from '@tensorflow/tfjs-core';
import { Opcode } from '../../assembly/program/opcodes';
import { floatWord, instruction } from '../program/instruction';
import type { WasmBackend } from '../wasm-backend';
import { defineKernel, stockKernel } from './shared/kernel';

/** A tensor with the same number everywhere. */
export function fill(backend: WasmBackend, shape: number[], dtype: 'float32' | 'int32', value: number): TensorInfo {
  const out = backend.makeOutput(shape, dtype);
  const size = util.sizeFromShape(shape);
  const word = dtype === 'float32' ? floatWord(value) : value;
  if (size > 0) backend.device.execute(instruction(Opcode.Fill, [backend.address(out), size, word], size));
  return out;
}

/** Whether `fill` makes tensors of this type. */
export function isWords(dtype: string | undefined): dtype is 'float32' | 'int32' {
  return dtype === 'float32' || dtype === 'int32';
}

function likeKernel(name: string, value: number): KernelConfig {
  const stock = stockKernel(name);
  return defineKernel<{ x: TensorInfo }, object>(name, (call) => {
    const { shape, dtype } = call.inputs.x;
    return isWords(dtype) ? fill(call.backend, shape, dtype, value) : stock(call);
  });
}

function fillKernel(): KernelConfig {
  const stock = stockKernel(Fill);
  return defineKernel<object, FillAttrs>(Fill, (call) => {
    const { shape, value, dtype = util.inferDtype(value) } = call.attrs;
    return isWords(dtype) && typeof value === 'number' ? fill(call.backend, [...shape], dtype, value) : stock(call);
  });
}

/** The kernels of `tf.fill`, `tf.zerosLike` and `tf.onesLike`, for numbers. */
export const fillKernels = (): readonly KernelConfig[] => [
  likeKernel(ZerosLike, 0),
  likeKernel(OnesLike, 1),
  fillKernel(),
];
