/** The calling thread's own scratch memory, set once when the thread starts; its size is in `src/threads/layout.ts`. */
export let scratch: usize = 0;

export function setScratch(address: usize): void {
  scratch = address;
}
