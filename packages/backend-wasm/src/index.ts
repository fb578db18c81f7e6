import './gradients';

export { BackendError } from './errors';
export { startWasm, stopWasm } from './register';
export type { WasmOptions, WasmReport } from './start';
