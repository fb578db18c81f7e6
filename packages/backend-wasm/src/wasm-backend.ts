import { BackendWasm } from '@tensorflow/tfjs-backend-wasm';
import { type BackendValues, type DataId, type TensorInfo, util } from '@tensorflow/tfjs-core';
import type { Device } from './device';
import type { TfjsModule } from './tfjs-module';

/** tfjs's WASM backend, with the device our own kernels run on. */
export class WasmBackend extends BackendWasm {
  readonly device: Device;

  constructor(module: TfjsModule, device: Device) {
    super(module);
    this.device = device;
  }

  /** The address of a tensor's data. */
  address(tensor: TensorInfo): number {
    return this.dataIdMap.get(tensor.dataId).memoryOffset;
  }

  /** A tensor's values. Complex ones are pairs, as in memory. */
  override readSync(dataId: DataId, start?: number, end?: number): BackendValues {
    const { dtype, shape, memoryOffset } = this.dataIdMap.get(dataId);
    if (dtype !== 'complex64') return super.readSync(dataId, start, end) as BackendValues;
    return this.device.floats(memoryOffset, util.sizeFromShape(shape) * 2).slice((start ?? 0) * 2, end === undefined ? undefined : end * 2);
  }

  override memory(): { unreliable: boolean } {
    return { unreliable: false };
  }
}
