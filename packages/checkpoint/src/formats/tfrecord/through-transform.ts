/** Puts a stream of bytes through one of the platform's own transforms, such as a DecompressionStream. Letting go of it lets go of the source. */
export async function* throughTransform(
  pieces: AsyncGenerator<Uint8Array, void>,
  transform: CompressionStream | DecompressionStream,
): AsyncGenerator<Uint8Array, void> {
  const source = new ReadableStream<Uint8Array<ArrayBuffer>>({
    async pull(controller) {
      const next = await pieces.next();
      if (next.done) controller.close();
      else controller.enqueue(next.value as Uint8Array<ArrayBuffer>);
    },
    async cancel() {
      await pieces.return();
    },
  });
  const reader = source.pipeThrough(transform).getReader();
  let done = false;
  try {
    while (true) {
      const next = await reader.read();
      done = next.done;
      if (next.done) return;
      yield next.value;
    }
  } finally {
    // A stream that failed has let go by itself, and would only fail again.
    if (!done) await reader.cancel().catch(() => {});
  }
}
