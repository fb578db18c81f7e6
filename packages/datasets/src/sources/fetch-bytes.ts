import { inWords, TenlabError } from '@tenlab/core';
import type { DownloadProgress } from '../cache/fetch-into';

export interface FetchBytesOptions {
  /** The number of bytes the file has: what is longer is refused as soon as that shows. */
  size: number;
  onProgress?: ((progress: DownloadProgress) => void) | undefined;
  /** Milliseconds without a byte after which the attempt ends. Default 30,000. */
  stallTimeout?: number;
}

/** Fetches a file into memory, in a browser or in Node. Throws a {@link TenlabError} for anything but the file. */
export async function fetchBytes(url: string, options: FetchBytesOptions): Promise<Uint8Array> {
  const { size, onProgress, stallTimeout = 30_000 } = options;
  const controller = new AbortController();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const inTime = <Result>(waiting: Promise<Result>): Promise<Result> => {
    clearTimeout(timer);
    timer = setTimeout(() => controller.abort(), stallTimeout);
    return waiting;
  };
  try {
    const response = await inTime(fetch(url, { signal: controller.signal }));
    if (!response.ok) throw failed(url, 'the file', `HTTP ${response.status}`);
    if (/\bhtml\b/i.test(response.headers.get('content-type') ?? '')) throw failed(url, 'the file', 'a web page');
    // Exactly the size, and one byte more to see what is too long.
    const bytes = new Uint8Array(size + 1);
    let received = 0;
    const reader = response.body?.getReader();
    for (let piece = await reader?.read(); piece !== undefined && !piece.done; piece = await inTime(reader!.read())) {
      if (received + piece.value.length > size) throw failed(url, `${size} bytes`, 'more');
      bytes.set(piece.value, received);
      received += piece.value.length;
      onProgress?.({ url, received, total: size });
    }
    return bytes.subarray(0, received);
  } catch (error) {
    if (TenlabError.isInstance(error)) throw error;
    const reason = controller.signal.aborted ? `nothing for ${stallTimeout / 1000} s` : String(error);
    throw failed(url, 'the file', reason, error);
  } finally {
    clearTimeout(timer);
    controller.abort();
  }
}

function failed(url: string, expected: string, received: string, cause?: unknown): TenlabError {
  return new TenlabError({
    code: 'download-failed',
    place: url,
    expected,
    received: inWords(received),
    remedy: 'Check that the address is right and lets this page read it (same origin, or CORS), then try again.',
    cause,
  });
}
