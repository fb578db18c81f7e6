/**
 * The calling thread's own scratch memory, set once when the thread starts; its size is in `src/threads/layout.ts`.
 * It begins with a tile's buffer (192 bytes) and 32 bytes of zeros, which nobody writes; kernels use what follows.
 */
export let scratch: usize = 0;

/** Where the zeros lie. */
export const ZEROS: usize = 192;

/** Where a kernel's own scratch begins. */
export const WORKSPACE: usize = 256;

export function setScratch(address: usize): void {
  scratch = address;
  memory.fill(address, 0, WORKSPACE);
}
