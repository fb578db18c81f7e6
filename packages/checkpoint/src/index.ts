export { readNpy } from './formats/npy/read';
export { type ReadNpzOptions, readNpz } from './formats/npz/read';
export { decodeSafetensors, type SafetensorsFile } from './formats/safetensors/decode';
export { encodeSafetensors } from './formats/safetensors/encode';
export { type ArrayDtype, type NumericDtype, type StoredArray, toNumbers } from './formats/stored-array';
export { sha256 } from './sha256';
