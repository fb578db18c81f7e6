import type { ByteSource } from '../../sources/byte-source';
import { type FileMetadata, readMetadata } from '../../weights/file-metadata';
import type { NamedTensors } from '../../weights/file-tensor';
import { SafetensorsReader } from './safetensors-reader';

/** The tensors of a `.safetensors` file, each read when it is asked for, and what the file says beside them where it is of ours. */
export async function openSafetensors(source: ByteSource): Promise<{ named: NamedTensors; metadata: FileMetadata }> {
  const reader = await SafetensorsReader.open(source);
  const metadata = readMetadata(reader.metadata, source.place);
  const tensors = new Map([...reader.tensors.keys()].map((name) => [name, reader.tensor(name)]));
  // What the source is, whoever opened it closes.
  return { named: { tensors, order: metadata.order, close: async () => {} }, metadata };
}
