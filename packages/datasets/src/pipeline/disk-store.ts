import { inWords, TenlabError } from '@tenlab/core';
import { diskError } from '../cache/disk-error';
import { shortPath } from '../cache/folder';
import { nodeModule } from '../platform/node-modules';
import type { ElementStore } from './cache';

// The file: magic and version, the signature of the pipeline (u32 length, text), then each element (u32 length, u32 CRC-32, bytes as
// structured clone writes them), then a table of where each begins (f64 each), their number, and the magic again.

const magic = new TextEncoder().encode('TENLABC1');

type FileHandle = import('node:fs/promises').FileHandle;

/** Keeps elements in a file, which later processes find again. Node only. */
export class DiskStore<T> implements ElementStore<T> {
  readonly #path: string;
  readonly #signature: string;
  #starts: Float64Array | undefined;

  private constructor(path: string, signature: string) {
    this.#path = path;
    this.#signature = signature;
  }

  /** Opens the file if it is there. Throws for one that is damaged, or that another pipeline wrote. */
  static open<T>(path: string, signature: string): DiskStore<T> {
    const store = new DiskStore<T>(path, signature);
    store.#load();
    return store;
  }

  get length(): number | undefined {
    return this.#starts === undefined ? undefined : this.#starts.length - 1;
  }

  reader() {
    let opened: Promise<FileHandle> | undefined;
    return {
      read: async (index: number): Promise<T> => {
        opened ??= nodeModule('fs').promises.open(this.#path, 'r');
        return this.#read(await opened, index);
      },
      close: async () => {
        await (await opened)?.close();
        opened = undefined;
      },
    };
  }

  async begin() {
    const { promises } = nodeModule('fs');
    const temporary = `${this.#path}.${process.pid}.${nodeModule('crypto').randomUUID()}.tmp`;
    const starts: number[] = [];
    let at = 0;
    let handle: FileHandle;
    try {
      await promises.mkdir(nodeModule('path').dirname(this.#path), { recursive: true });
      handle = await promises.open(temporary, 'wx');
    } catch (error) {
      throw diskError(error, this.#path);
    }
    const drop = async () => {
      await handle.close().catch(() => undefined);
      await promises.rm(temporary, { force: true });
    };
    const write = async (bytes: Uint8Array) => {
      try {
        await handle.writeFile(bytes);
      } catch (error) {
        await drop();
        throw diskError(error, this.#path);
      }
      at += bytes.length;
    };
    await write(this.#header());
    return {
      write: async (element: T) => {
        starts.push(at);
        const content = nodeModule('v8').serialize(element);
        const frame = Buffer.alloc(8);
        frame.writeUInt32LE(content.length, 0);
        frame.writeUInt32LE(nodeModule('zlib').crc32(content), 4);
        await write(Buffer.concat([frame, content]));
      },
      finish: async () => {
        starts.push(at);
        const count = Buffer.alloc(8);
        count.writeDoubleLE(starts.length, 0);
        await write(Buffer.concat([Buffer.from(Float64Array.from(starts).buffer), count, magic]));
        await handle.sync();
        await handle.close();
        await promises.rename(temporary, this.#path);
        this.#load();
      },
      drop,
    };
  }

  async #read(file: FileHandle, index: number): Promise<T> {
    const [start, end] = [this.#starts![index]!, this.#starts![index + 1]!];
    const bytes = Buffer.alloc(end - start);
    await file.read(bytes, 0, bytes.length, start);
    const content = bytes.subarray(8);
    if (bytes.readUInt32LE(0) !== content.length || bytes.readUInt32LE(4) !== nodeModule('zlib').crc32(content)) {
      throw this.#damaged(`element ${index} whose checksum does not hold`);
    }
    return nodeModule('v8').deserialize(content) as T;
  }

  #header(): Buffer {
    const text = Buffer.from(this.#signature);
    const length = Buffer.alloc(4);
    length.writeUInt32LE(text.length, 0);
    return Buffer.concat([magic, length, text]);
  }

  #load(): void {
    const { openSync, readSync, fstatSync, closeSync, existsSync } = nodeModule('fs');
    if (!existsSync(this.#path)) return;
    const file = openSync(this.#path, 'r');
    try {
      const { size } = fstatSync(file);
      const read = (start: number, length: number) => {
        const bytes = Buffer.alloc(length);
        if (start < 0 || readSync(file, bytes, 0, length, start) < length) throw this.#damaged('a file cut short');
        return bytes;
      };
      const tail = read(size - 16, 16);
      const head = read(0, 12);
      if (!head.subarray(0, 8).equals(magic) || !tail.subarray(8).equals(magic)) throw this.#damaged('something else');
      const written = head.readUInt32LE(8) <= 65_536 ? read(12, head.readUInt32LE(8)).toString() : '';
      if (written !== this.#signature) throw this.#other(written);
      const count = tail.readDoubleLE(0);
      if (!Number.isInteger(count) || count < 1 || 8 * count > size) throw this.#damaged('a table of no length');
      const table = read(size - 16 - 8 * count, 8 * count);
      const starts = Float64Array.from({ length: count }, (_, index) => table.readDoubleLE(8 * index));
      if (starts[0] !== this.#header().length || starts.at(-1) !== size - 16 - 8 * count || !isRising(starts)) {
        throw this.#damaged('a table that does not fit');
      }
      this.#starts = starts;
    } finally {
      closeSync(file);
    }
  }

  #damaged(received: string): TenlabError {
    return new TenlabError({
      code: 'invalid-file',
      place: shortPath(this.#path),
      expected: 'a whole file that `Dataset.cache` wrote',
      received: inWords(received),
      remedy: 'Remove it: it is made anew.',
    });
  }

  #other(written: string): TenlabError {
    return new TenlabError({
      code: 'other-pipeline',
      place: shortPath(this.#path),
      expected: `what this pipeline gives (${this.#signature})`,
      received: inWords(`what another gave (${written})`),
      remedy: 'Remove the file, or name another.',
    });
  }
}

/** Each element has its frame of 8 bytes at least. */
function isRising(starts: Float64Array): boolean {
  return starts.every((start, index) => index === 0 || start >= starts[index - 1]! + 8);
}
