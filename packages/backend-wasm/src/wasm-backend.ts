import { BackendWasm } from '@tensorflow/tfjs-backend-wasm';
import type { TensorInfo } from '@tensorflow/tfjs-core';
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

  override memory(): { unreliable: boolean } {
    return { unreliable: false };
  }
}
