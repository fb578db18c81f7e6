import type { WireReader } from '../protobuf/wire-reader';
import { WireWriter } from '../protobuf/wire-writer';

/** Reads a TensorShapeProto: its sizes as they stand there, -1 for one that is not known. */
export function readTensorShape(reader: WireReader): number[] {
  const shape: number[] = [];
  while (reader.next()) {
    if (reader.field !== 2) {
      reader.skip();
      continue;
    }
    let size = 0;
    const dimension = reader.message();
    while (dimension.next()) {
      if (dimension.field === 1) size = dimension.signed();
      else dimension.skip();
    }
    shape.push(size);
  }
  return shape;
}

/** Writes one. The shape of a scalar is a message without fields. */
export function writeTensorShape(shape: readonly number[]): WireWriter {
  const writer = new WireWriter();
  for (const size of shape) {
    const dimension = new WireWriter();
    if (size !== 0) dimension.int64(1, size);
    writer.message(2, dimension);
  }
  return writer;
}
