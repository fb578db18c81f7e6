import { BackendWasm } from '@tensorflow/tfjs-backend-wasm';
import {
  type BackendValues,
  type DataId,
  type DataType,
  type Tensor,
  type TensorInfo,
  util,
} from '@tensorflow/tfjs-core';
import type { Device } from './device';
import type { Allocations } from './program/allocations';
import { type CompiledStep, type CompileOptions, compileStep } from './program/compile-step';
import type { TfjsModule } from './tfjs-module';

/** tfjs's WASM backend, with the device our own kernels run on. */
export class WasmBackend extends BackendWasm {
  readonly device: Device;

  readonly allocations: Allocations;
  // Counts down from the end of tfjs's own numbering, which counts up from 1.
  #nextAdopted = 2 ** 31 - 1;

  constructor(module: TfjsModule, device: Device, allocations: Allocations) {
    super(module);
    this.device = device;
    this.allocations = allocations;
  }

  /** Records a step and replays it as one program: see `compileStep`. */
  compile(step: (...inputs: Tensor[]) => unknown, options?: CompileOptions): CompiledStep<Tensor[], unknown> {
    return compileStep(this, step, options);
  }

  /** The address of a tensor's data. */
  address(tensor: TensorInfo): number {
    return this.dataIdMap.get(tensor.dataId).memoryOffset;
  }

  /** A tensor's values. Complex ones are pairs, as in memory. */
  override readSync(dataId: DataId, start?: number, end?: number): BackendValues {
    this.device.recorder?.hostRead();
    const { dtype, shape, memoryOffset } = this.dataIdMap.get(dataId);
    if (dtype !== 'complex64') return super.readSync(dataId, start, end) as BackendValues;
    return this.device
      .floats(memoryOffset, util.sizeFromShape(shape) * 2)
      .slice((start ?? 0) * 2, end === undefined ? undefined : end * 2);
  }

  override move(dataId: DataId, values: BackendValues, shape: number[], dtype: DataType, refCount: number): void {
    super.move(dataId, values as never, shape, dtype, refCount);
    if (values === null || values === undefined || dtype === 'string') return;
    const { memoryOffset } = this.dataIdMap.get(dataId);
    const bytes = util.sizeFromShape(shape) * util.bytesPerElement(dtype);
    this.device.recorder?.hostWrite(memoryOffset, new Uint8Array(this.device.memory.buffer, memoryOffset, bytes));
  }

  /** Makes a tensor's data out of memory that somebody else owns; `dataIdMap.delete` ends it, not `disposeData`. */
  adopt(dataId: DataId, memoryOffset: number, shape: number[], dtype: DataType): void {
    const id = this.#nextAdopted--;
    this.dataIdMap.set(dataId, { id, memoryOffset, shape, dtype, refCount: 1 });
    this.wasm.tfjs.registerTensor(id, util.sizeFromShape(shape), memoryOffset);
  }

  override typedArrayFromHeap(tensor: TensorInfo) {
    this.device.recorder?.hostAccess();
    return super.typedArrayFromHeap(tensor);
  }

  override memory(): { unreliable: boolean } {
    return { unreliable: false };
  }
}
