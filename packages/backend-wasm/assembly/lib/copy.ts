/** Copies a run of bytes; short ones of whole vectors or words without a call into the engine. */
// @ts-ignore: decorator
@inline
export function copy(from: usize, to: usize, bytes: usize): void {
  if (bytes == 4) {
    store<i32>(to, load<i32>(from));
  } else if ((bytes & 15) == 0 && bytes <= 1024) {
    const end = from + bytes;
    for (; from < end; from += 16) {
      v128.store(to, v128.load(from));
      to += 16;
    }
  } else {
    memory.copy(to, from, bytes);
  }
}
