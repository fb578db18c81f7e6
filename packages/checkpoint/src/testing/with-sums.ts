import { crc32 } from '../formats/crc/crc32';
import { maskedCrc32c } from '../formats/crc/crc32c';
import { headSize, tailSize } from '../formats/tfrecord/frame';
import { readZipDirectory } from '../formats/zip/directory';

// For tests of damaged files: checksums made right again, so that the damage gets further than to them.

/** A zip file with the checksums of its entries made right. */
export function withZipSums(bytes: Uint8Array): Uint8Array {
  try {
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    for (const { headerOffset, compressedSize, name } of readZipDirectory(bytes, 'a').values()) {
      const start =
        headerOffset + 30 + view.getUint16(headerOffset + 26, true) + view.getUint16(headerOffset + 28, true);
      const sum = crc32(bytes.subarray(start, start + compressedSize));
      const at = directoryEntryOf(bytes, name);
      if (at >= 0) view.setUint32(at + 16, sum, true);
    }
  } catch {
    // Damaged in the directory itself: it goes as it is.
  }
  return bytes;
}

function directoryEntryOf(bytes: Uint8Array, name: string): number {
  const text = Buffer.from(bytes);
  for (let at = text.indexOf('PK\u0001\u0002'); at >= 0; at = text.indexOf('PK\u0001\u0002', at + 4)) {
    if (text.toString('utf8', at + 46, at + 46 + name.length) === name) return at;
  }
  return -1;
}

/** Records with their checksums made right, as far as their lengths lead. */
export function withRecordSums(bytes: Uint8Array): Uint8Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (let at = 0; at + headSize + tailSize <= bytes.length; ) {
    const length = Number(view.getBigUint64(at, true));
    view.setUint32(at + 8, maskedCrc32c(bytes.subarray(at, at + 8)), true);
    const end = at + headSize + length;
    if (end + tailSize > bytes.length) break;
    view.setUint32(end, maskedCrc32c(bytes.subarray(at + headSize, end)), true);
    at = end + tailSize;
  }
  return bytes;
}

/** The index of a checkpoint of one data block, with the checksums of its blocks made right where they still lie as in the good one. */
export function withBlockSums(bytes: Uint8Array, good: Uint8Array): Uint8Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (const end of blockEnds(good)) {
    const [start, stop] = end;
    if (stop + 5 > bytes.length) continue;
    view.setUint32(stop + 1, maskedCrc32c(bytes.subarray(start, stop + 1)), true);
  }
  return bytes;
}

/** Where the blocks of a table lie: one of data, the empty one behind it, and the index, which the footer names. */
function blockEnds(index: Uint8Array): [number, number][] {
  const footer = [...index.subarray(index.length - 48)];
  const numbers: number[] = [];
  while (numbers.length < 4) {
    let value = 0;
    for (let factor = 1; ; factor *= 128) {
      const byte = footer.shift()!;
      value += (byte & 0x7f) * factor;
      if (byte < 0x80) break;
    }
    numbers.push(value);
  }
  const [meta = 0, metaSize = 0, root = 0, rootSize = 0] = numbers;
  return [
    [0, meta - 5],
    [meta, meta + metaSize],
    [root, root + rootSize],
  ];
}
