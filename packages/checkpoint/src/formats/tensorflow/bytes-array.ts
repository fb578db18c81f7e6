import { fileError } from '../file-error';
import type { StoredArray } from '../stored-array';

/** A tensor of TensorFlow's type `string`: each element is any number of bytes, text or not. */
export interface BytesArray {
  dtype: 'bytes';
  shape: number[];
  data: Uint8Array[];
}

/** The elements as text. Throws a {@link TenlabError} where one is not UTF-8. */
export function textOfBytes(array: BytesArray, place: string): StoredArray & { dtype: 'string' } {
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  const data = array.data.map((bytes, index) => {
    try {
      return decoder.decode(bytes);
    } catch (cause) {
      throw fileError(
        `${place}, element ${index}`,
        'unsupported-file',
        'UTF-8 text',
        'bytes that are not',
        'Read it as bytes instead.',
        cause,
      );
    }
  });
  return { dtype: 'string', shape: array.shape, data };
}

/** Text as UTF-8 bytes. */
export function bytesOfText(array: StoredArray & { dtype: 'string' }): BytesArray {
  const encoder = new TextEncoder();
  return { dtype: 'bytes', shape: array.shape, data: array.data.map((text) => encoder.encode(text)) };
}
