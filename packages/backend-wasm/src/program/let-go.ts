import { type DataId, engine } from '@tensorflow/tfjs-core';
import type { WasmBackend } from '../wasm-backend';

/**
 * Ends a program's hold on data. The engine counts data off when it disposes the last tensor of them; where that tensor went
 * before the program did, nobody would.
 */
export function letGo(backend: WasmBackend, dataId: DataId): void {
  if (backend.disposeData(dataId) && engine().state.tensorInfo.has(dataId)) engine().removeDataId(dataId, backend);
}
