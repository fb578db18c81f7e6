import { elementCount } from '../../element-count';
import { fileError } from '../../file-error';
import { arrayFromBytes, bytesPerElement, type NumericDtype, type StoredArray } from '../../stored-array';
import { type Datatype, unsupportedType } from './datatype';
import { Fields } from './fields';
import type { GlobalHeap } from './global-heap';
import type { Storage } from './storage';

/** Elements as an array. `opaqueDtype` is what opaque elements are, where an attribute tells: Keras writes bfloat16 so. */
export async function toStoredArray(
  storage: Storage,
  heap: GlobalHeap,
  type: Datatype,
  shape: number[],
  bytes: Uint8Array,
  opaqueDtype?: string,
): Promise<StoredArray> {
  const count = elementCount(shape);
  if (count === undefined || bytes.length < count * type.size) {
    throw fileError(
      storage.place,
      'invalid-file',
      `${type.size} bytes for each element of [${shape}]`,
      `${bytes.length}`,
    );
  }
  const own = bytes.subarray(0, count * type.size);
  switch (type.kind) {
    case 'number': {
      const word = type.dtype.startsWith('complex') ? type.size / 2 : type.size;
      return arrayFromBytes(type.dtype, shape, type.bigEndian && word > 1 ? reversed(own, word) : own);
    }
    case 'text': {
      const decoder = new TextDecoder();
      const data = Array.from({ length: count }, (_, index) => {
        const text = decoder.decode(own.subarray(index * type.size, (index + 1) * type.size));
        return type.padding === 'space' ? text.replace(/ +$/, '') : text.replace(/\0[\s\S]*$/, '');
      });
      return { dtype: 'string', shape, data };
    }
    case 'variable-text':
      return { dtype: 'string', shape, data: await readTexts(storage, heap, own, type.size, count) };
    case 'opaque': {
      const dtype = opaqueDtype as NumericDtype;
      if (opaqueDtype !== undefined && bytesPerElement[dtype] === type.size) return arrayFromBytes(dtype, shape, own);
      throw unsupportedType(storage.place, type);
    }
    default:
      throw unsupportedType(storage.place, type);
  }
}

async function readTexts(storage: Storage, heap: GlobalHeap, bytes: Uint8Array, size: number, count: number) {
  const fields = new Fields(bytes, storage.place, storage.sizes);
  const texts: string[] = [];
  for (let index = 0; index < count; index++) {
    const start = fields.at;
    const length = fields.u32();
    const address = fields.address();
    const object = fields.u32();
    fields.skip(size - (fields.at - start));
    const content = length === 0 ? new Uint8Array() : await heap.read(address, object);
    if (length > content.length) fields.fail(`text of ${length} bytes`, `${content.length}`);
    texts.push(new TextDecoder().decode(content.subarray(0, length)).replace(/\0[\s\S]*$/, ''));
  }
  return texts;
}

function reversed(bytes: Uint8Array, word: number): Uint8Array {
  const result = new Uint8Array(bytes.length);
  for (let at = 0; at < bytes.length; at += word) {
    for (let byte = 0; byte < word; byte++) result[at + byte] = bytes[at + word - 1 - byte]!;
  }
  return result;
}
