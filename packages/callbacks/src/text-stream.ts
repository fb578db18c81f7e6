/** Where text for people goes: `process.stderr`, or anything with a `write`. */
export interface TextStream {
  write(text: string): unknown;
  /** Whether it is a terminal, on which a line can be drawn again. */
  readonly isTTY?: boolean | undefined;
  /** Characters per line of the terminal. */
  readonly columns?: number | undefined;
}

/** `process.stderr`, so that stdout stays free for results; the console where there is no process. */
export function defaultStream(): TextStream {
  const stderr = typeof process === 'object' ? (process.stderr as TextStream | undefined) : undefined;
  if (typeof stderr?.write === 'function') return stderr;
  return { write: (text) => console.info(text.replace(/\n$/, '')) };
}

/** Whether to use colours on a stream: a terminal does, unless NO_COLOR asks for none (https://no-color.org). */
export function hasColors(stream: TextStream): boolean {
  const wish = typeof process === 'object' ? process.env?.NO_COLOR : undefined;
  return stream.isTTY === true && !wish;
}
