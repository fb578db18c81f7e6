import { nodeModule } from '../platform/node-modules';

/** What has arrived so far. */
export interface DownloadProgress {
  url: string;
  /** Bytes on disk, those of earlier attempts included. */
  received: number;
  /** Bytes of the whole file; undefined where nobody has said. */
  total: number | undefined;
}

/** Why one attempt failed, and whether another may go on from there, must start over, or is of no use. */
export class FetchFault extends Error {
  readonly next: 'resume' | 'restart' | 'give-up';

  constructor(message: string, next: 'resume' | 'restart' | 'give-up', cause?: unknown) {
    super(message, { cause });
    this.next = next;
  }
}

export interface FetchIntoOptions {
  url: string;
  /** The file to fill. What it holds already is kept, and only the rest is asked for. */
  part: string;
  /** Bytes of the whole file, where known. */
  size?: number | undefined;
  /** Milliseconds without a byte after which the attempt ends. */
  stallTimeout: number;
  onProgress?: ((progress: DownloadProgress) => void) | undefined;
}

/** One attempt to fetch a file from one address. Throws a {@link FetchFault}, or what the disk throws. Node only. */
export async function fetchInto({ url, part, size, stallTimeout, onProgress }: FetchIntoOptions): Promise<void> {
  const { promises } = nodeModule('fs');
  const held = await promises.stat(part).then(
    (status) => status.size,
    () => 0,
  );
  if (held > 0 && held === size) return;
  const watch = new StallWatch(stallTimeout);
  try {
    const response = await watch.over(
      // Without `identity` a server may pack the data again, and lengths and ranges would mean something else.
      fetch(url, { headers: { 'accept-encoding': 'identity', ...rangeFrom(held) }, signal: watch.signal }),
    );
    const { start, total } = understand(response, held, size);
    const handle = await promises.open(part, start === 0 ? 'w' : 'a');
    let received = start;
    try {
      for await (const chunk of chunksOf(response, watch)) {
        if (received === 0 && looksLikeHtml(chunk)) throw webPage();
        if (size !== undefined && received + chunk.length > size) {
          throw new FetchFault(`more than the ${size} bytes the file has`, 'restart');
        }
        // Taking its time on the disk is not a stall of the server.
        watch.pause();
        await handle.writeFile(chunk);
        received += chunk.length;
        onProgress?.({ url, received, total });
      }
      await handle.sync();
    } finally {
      await handle.close();
    }
    if (total !== undefined && received < total) throw endedEarly(received, total);
  } finally {
    watch.stop();
  }
}

function rangeFrom(held: number): Record<string, string> {
  return held > 0 ? { range: `bytes=${held}-` } : {};
}

/** Where the answer's data begin in the file, and how long the file is. */
function understand(
  response: Response,
  held: number,
  size: number | undefined,
): { start: number; total: number | undefined } {
  const { status, headers } = response;
  if (status === 416) throw new FetchFault('HTTP 416: nothing after what was held', 'restart');
  if (status !== 200 && status !== 206) {
    const passing = status >= 500 || status === 408 || status === 429;
    throw new FetchFault(`HTTP ${status}`, passing ? 'resume' : 'give-up');
  }
  if (/\bhtml\b/i.test(headers.get('content-type') ?? '')) throw webPage();
  const length = headers.get('content-length');
  let start = 0;
  let total = length === null ? size : Number(length);
  if (status === 206) {
    const range = /^bytes (\d+)-\d+\/(\d+|\*)$/.exec(headers.get('content-range') ?? '');
    if (range === null || Number(range[1]) !== held) {
      throw new FetchFault(
        `HTTP 206 with the range '${headers.get('content-range')}', not from byte ${held}`,
        'restart',
      );
    }
    start = held;
    total = range[2] === '*' ? size : Number(range[2]);
  }
  if (size !== undefined && total !== size) throw new FetchFault(`a file of ${total} bytes, not ${size}`, 'give-up');
  return { start, total };
}

async function* chunksOf(response: Response, watch: StallWatch): AsyncGenerator<Uint8Array> {
  if (response.body === null) return;
  const reader = response.body.getReader();
  try {
    for (;;) {
      const { done, value } = await watch.over(reader.read());
      if (done) return;
      yield value;
    }
  } finally {
    // Whoever stops reading early hangs up.
    await reader.cancel().catch(() => undefined);
  }
}

function webPage(): FetchFault {
  return new FetchFault('a web page instead of data (a sign-in page or proxy?)', 'give-up');
}

function endedEarly(received: number, total: number): FetchFault {
  return new FetchFault(`the connection ended after ${received} of ${total} bytes`, 'resume');
}

function looksLikeHtml(chunk: Uint8Array): boolean {
  return /^\s*<(!doctype|html|head|body|\?xml)/i.test(new TextDecoder('latin1').decode(chunk.subarray(0, 64)));
}

/** Hangs up when nothing comes for too long, and puts every failure of the connection into one kind of error. */
class StallWatch {
  readonly #controller = new AbortController();
  readonly #timeout: number;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(timeout: number) {
    this.#timeout = timeout;
  }

  get signal(): AbortSignal {
    return this.#controller.signal;
  }

  async over<Result>(waiting: Promise<Result>): Promise<Result> {
    this.pause();
    this.#timer = setTimeout(() => this.#controller.abort(), this.#timeout);
    try {
      return await waiting;
    } catch (error) {
      if (this.signal.aborted) throw new FetchFault(`nothing came for ${this.#timeout / 1000} s`, 'resume', error);
      throw new FetchFault(reasonOf(error), 'resume', error);
    }
  }

  pause(): void {
    clearTimeout(this.#timer);
  }

  stop(): void {
    this.pause();
    this.#controller.abort();
  }
}

/** `fetch` only says "fetch failed"; what happened is in the cause. */
function reasonOf(error: unknown): string {
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
  if (!(cause instanceof Error)) return String(cause);
  const code = 'code' in cause ? `${cause.code}: ` : '';
  return `${code}${cause.message || 'the connection failed'}`;
}
