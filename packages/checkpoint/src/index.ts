export { encodeOnnx, exportOnnx } from './export-onnx';
export { encodeTfjs, exportTfjs } from './export-tfjs';
export { fromNumbers } from './formats/from-numbers';
export type { Hdf5Dataset, Hdf5Group } from './formats/hdf5/read/hdf5-file';
export { modernConfig } from './formats/keras/keras2-config';
export { encodeNpy } from './formats/npy/encode';
export { readNpy } from './formats/npy/read';
export { readNpyObjects } from './formats/npy/read-objects';
export { encodeNpz } from './formats/npz/encode';
export { type ReadNpzOptions, readNpz, readNpzObjects } from './formats/npz/read';
export { decodeOnnx, type OnnxFile, readOnnxWeights } from './formats/onnx/read-onnx';
export type { ObjectArray, PythonValue } from './formats/pickle/python-object';
export { decodeSafetensors, type SafetensorsFile } from './formats/safetensors/decode';
export { encodeSafetensors } from './formats/safetensors/encode';
export { SafetensorsReader } from './formats/safetensors/safetensors-reader';
export { readShardedSafetensors, shardedSafetensorsFiles } from './formats/safetensors/sharded';
export {
  type ArrayDtype,
  arrayFromBytes,
  bytesOfArray,
  type NumericDtype,
  type StoredArray,
  toNumbers,
} from './formats/stored-array';
export { latestCheckpoint } from './formats/tf-checkpoint/latest-checkpoint';
export { type CheckpointWeights, readCheckpointWeights } from './formats/tf-checkpoint/read-weights';
export { TensorBundle, type TensorInfo } from './formats/tf-checkpoint/tensor-bundle';
export { encodeBundle } from './formats/tf-checkpoint/write-bundle';
export { checkpointFiles } from './formats/tf-checkpoint/write-weights';
export { readTfjsModel, type TfjsModel } from './formats/tfjs/read-tfjs';
export { type LoadModelOptions, loadModel } from './load-model';
export { type LoadWeightsOptions, loadWeights, type WeightFiles } from './load-weights';
export { type Hdf5File, openHdf5 } from './open-hdf5';
export { openTensors, type TensorFile, type TensorFileFormat } from './open-tensors';
export { decodeRunState } from './run-state/decode';
export { encodeRunState } from './run-state/encode';
export {
  latestRunState,
  loadRunState,
  removeRunState,
  type SaveRunStateOptions,
  saveRunState,
} from './run-state/folder';
export { encodeModel, saveModel } from './save-model';
export { saveTensors } from './save-tensors';
export { encodeWeights, type SaveWeightsOptions, saveWeights } from './save-weights';
export { sha256 } from './sha256';
export { sha256OfWeights } from './sha256-of-weights';
export { type ByteSource, blobSource, bytesSource } from './sources/byte-source';
export { type FileSet, folderFiles, memoryFiles } from './sources/file-set';
export { fileSource } from './sources/file-source';
export type { FileInput } from './sources/open-source';
export type { LoadReport } from './weights/load-report';
