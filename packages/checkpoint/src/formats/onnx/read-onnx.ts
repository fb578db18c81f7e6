import type { FileSet } from '../../sources/file-set';
import { fileError } from '../file-error';
import { WireReader } from '../protobuf/wire-reader';
import type { StoredArray } from '../stored-array';
import { type OnnxTensor, readOnnxTensor, valuesOfOnnxTensor } from './read-tensor';

/** What an ONNX file holds, as far as it is read here: its weights, and what operations there are, not how to run them. */
export interface OnnxFile {
  irVersion: number;
  /** The version of ONNX's own operations. */
  opset: number;
  /** What kind of operation each node is, in order. */
  operations: string[];
  inputs: string[];
  outputs: string[];
  initializers: OnnxTensor[];
}

/** Reads the structure of an ONNX file. Throws a {@link TenlabError} for a file that is none. */
export function decodeOnnx(bytes: Uint8Array, place = 'ONNX data'): OnnxFile {
  const file: OnnxFile = { irVersion: 0, opset: 0, operations: [], inputs: [], outputs: [], initializers: [] };
  let hasGraph = false;
  const reader = new WireReader(bytes, place);
  while (reader.next()) {
    if (reader.field === 1) file.irVersion = reader.number();
    else if (reader.field === 7) {
      hasGraph = true;
      readGraph(reader.message(), file, place);
    } else if (reader.field === 8) readOpset(reader.message(), file);
    else reader.skip();
  }
  if (hasGraph && file.irVersion > 0) return file;
  throw fileError(
    place,
    'invalid-file',
    'an ONNX model, which has a version and a graph',
    bytes.length === 0 ? 'an empty file' : 'something else',
  );
}

/**
 * Reads the weights of an ONNX file (its initializers) by name, in its order. `files` are those beside it, for values in other files.
 *
 * Names and shapes are those of whoever wrote the file: Keras's export transposes kernels and folds batch normalizations into them.
 *
 * @example
 * import { readFile } from 'node:fs/promises';
 * const weights = await readOnnxWeights(await readFile('model.onnx'), { place: 'model.onnx' });
 *
 * Source: https://onnx.ai/onnx/repo-docs/IR.html
 */
export async function readOnnxWeights(
  bytes: Uint8Array,
  { place = 'ONNX data', files }: { place?: string; files?: FileSet } = {},
): Promise<Map<string, StoredArray>> {
  const weights = new Map<string, StoredArray>();
  for (const tensor of decodeOnnx(bytes, place).initializers) {
    weights.set(tensor.name, await valuesOfOnnxTensor(tensor, files));
  }
  return weights;
}

function readGraph(reader: WireReader, file: OnnxFile, place: string): void {
  while (reader.next()) {
    switch (reader.field) {
      case 1:
        file.operations.push(readText(reader.message(), 4));
        break;
      case 5:
        file.initializers.push(readOnnxTensor(reader.message(), place));
        break;
      case 11:
        file.inputs.push(readText(reader.message(), 1));
        break;
      case 12:
        file.outputs.push(readText(reader.message(), 1));
        break;
      default:
        reader.skip();
    }
  }
}

/** One text field of a message. */
function readText(reader: WireReader, field: number): string {
  let text = '';
  while (reader.next()) {
    if (reader.field === field) text = reader.string();
    else reader.skip();
  }
  return text;
}

function readOpset(reader: WireReader, file: OnnxFile): void {
  let domain = '';
  let version = 0;
  while (reader.next()) {
    if (reader.field === 1) domain = reader.string();
    else if (reader.field === 2) version = reader.number();
    else reader.skip();
  }
  if (domain === '' || domain === 'ai.onnx') file.opset = version;
}
