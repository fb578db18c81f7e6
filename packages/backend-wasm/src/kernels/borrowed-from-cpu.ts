import { MathBackendCPU } from '@tensorflow/tfjs-backend-cpu';
import {
  getKernel,
  getKernelsForBackend,
  type KernelConfig,
  type KernelFunc,
  type TensorInfo,
} from '@tensorflow/tfjs-core';
import type { WasmBackend } from '../wasm-backend';

/** Kernels that tfjs's wasm backend does not have or has wrong, and that nobody trains with: they run as on tfjs's `cpu`. */
const borrowed = [
  // Missing: complex numbers are made and taken apart here, so the rest of them follows by `borrowsFor`.
  ...['Complex', 'ComplexAbs', 'Real', 'Imag', 'FFT', 'IFFT'],
  ...['Draw', 'RaggedGather', 'RaggedRange', 'RaggedTensorToTensor', 'StaticRegexReplace'],
  // Takes the first axis for batches, where every other backend counts all elements.
  'Bincount',
  // Takes the smallest positive number for the smallest of all.
  ...['Dilation2D', 'Dilation2DBackpropFilter', 'Dilation2DBackpropInput'],
] as const;

/** These hand the data on as it is, whatever it is. */
const indifferent: readonly string[] = ['Identity', 'Reshape', 'ExpandDims'];

/**
 * The kernels for `wasm` that run on a `cpu` backend of their own: those above always, and every other one that both
 * backends have for complex64 and string tensors, which WASM memory and its kernels know nothing of.
 * Importing tfjs's `cpu` registers it too, below `wasm` in priority.
 */
export function borrowedKernels(): KernelConfig[] {
  const always = borrowed.map((kernelName) => ({ kernelName, backendName: 'wasm', kernelFunc: runsOnCpu(kernelName) }));
  const sometimes = getKernelsForBackend('wasm')
    .filter(({ kernelName }) => getKernel(kernelName, 'cpu') && !(borrowed as readonly string[]).includes(kernelName))
    .filter(({ kernelName }) => !indifferent.includes(kernelName))
    .map((config) => {
      const onCpu = runsOnCpu(config.kernelName);
      const kernelFunc: KernelFunc = (call) => (isForeign(call) ? onCpu(call) : config.kernelFunc(call));
      return { ...config, kernelFunc };
    });
  return [...always, ...sometimes];
}

type Call = Parameters<KernelFunc>[0];
type Optional = TensorInfo | null | undefined;
type Inputs = Record<string, Optional | Optional[]> | Optional[];

/** Whether a call has to do with numbers or texts that WASM kernels cannot take. */
function isForeign({ inputs, attrs }: Call): boolean {
  for (const name in inputs) {
    const dtype = inputs[name]?.dtype;
    if (dtype === 'complex64' || dtype === 'string') return true;
  }
  const { dtype, value } = (attrs ?? {}) as { dtype?: unknown; value?: unknown };
  return dtype === 'complex64' || dtype === 'string' || typeof value === 'string';
}

function runsOnCpu(kernelName: string): KernelFunc {
  return ({ inputs, attrs, backend }) => {
    const wasm = backend as WasmBackend;
    // A backend for this call alone: whatever a kernel leaves behind goes with it.
    const cpu = new MathBackendCPU();
    Reflect.set(cpu, 'firstUse', false); // It would greet on its first use.
    const given = mapInputs(inputs as Inputs, (tensor) => toCpu(tensor, wasm, cpu));
    const result = getKernel(kernelName, 'cpu').kernelFunc({
      inputs: given as Call['inputs'],
      attrs: attrs ?? {},
      backend: cpu,
    });
    return Array.isArray(result) ? result.map((tensor) => fromCpu(tensor, wasm, cpu)) : fromCpu(result, wasm, cpu);
  };
}

/** Inputs come by name, or as a list, as those of `Concat`, or by name as a list, as those of `RaggedGather`; some are absent. */
function mapInputs(inputs: Inputs, change: (tensor: TensorInfo) => TensorInfo): Inputs {
  // Some kernels ask for the rank, which tensors have and their descriptions have not.
  const each = (tensor: Optional) => tensor && { ...change(tensor), rank: tensor.shape.length };
  if (Array.isArray(inputs)) return inputs.map(each);
  return Object.fromEntries(
    Object.entries(inputs).map(([name, value]) => [name, Array.isArray(value) ? value.map(each) : each(value)]),
  );
}

function toCpu({ dataId, shape, dtype }: TensorInfo, wasm: WasmBackend, cpu: MathBackendCPU): TensorInfo {
  const values = wasm.readSync(dataId);
  if (dtype !== 'complex64') return cpu.makeTensorInfo(shape, dtype, values);
  const part = (offset: number) =>
    cpu.makeTensorInfo(
      shape,
      'float32',
      (values as Float32Array).filter((_, index) => index % 2 === offset),
    );
  const call = { inputs: { real: part(0), imag: part(1) }, attrs: {}, backend: cpu };
  return getKernel('Complex', 'cpu').kernelFunc(call) as TensorInfo;
}

function fromCpu({ dataId, shape, dtype }: TensorInfo, wasm: WasmBackend, cpu: MathBackendCPU): TensorInfo {
  return { dataId: wasm.write(cpu.readSync(dataId), shape, dtype), shape, dtype };
}
