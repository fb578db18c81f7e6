import { readError } from '../platform/read-file';
import { type ByteSource, expectWithin } from './byte-source';

/** The largest piece one call of the system reads. */
const largestRead = 2 ** 30;

/** Opens a file of the disk. Node only. Throws a {@link TenlabError} where there is none, or it may not be read. */
export async function fileSource(path: string): Promise<ByteSource> {
  const { open } = process.getBuiltinModule('node:fs').promises;
  const handle = await open(path, 'r').catch((error: unknown) => {
    throw readError(error, path) ?? error;
  });
  try {
    const status = await handle.stat();
    if (status.isDirectory()) {
      const error = Object.assign(new Error('EISDIR'), { code: 'EISDIR' });
      throw readError(error, path) ?? error;
    }
    const { size } = status;
    return {
      place: path,
      size,
      async read(start, end) {
        expectWithin(start, end, size, path);
        const bytes = new Uint8Array(end - start);
        for (let at = 0; at < bytes.length; ) {
          const length = Math.min(bytes.length - at, largestRead);
          const { bytesRead } = await handle.read(bytes, at, length, start + at);
          // The file became shorter since it was opened.
          if (bytesRead === 0) expectWithin(start, end, start + at, path);
          at += bytesRead;
        }
        return bytes;
      },
      async close() {
        await handle.close();
      },
    };
  } catch (error) {
    await handle.close();
    throw error;
  }
}
