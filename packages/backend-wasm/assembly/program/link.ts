/** The highest index of a generated function that this thread has in its table; they come in order. */
let linked: i32 = 0;

/** Puts the generated function whose code lies at `code`, and all made before it, into this thread's table. */
@external("env", "link")
declare function link(code: usize): void;

/** Calls the generated function `index`, made of the code at `code`, on a block: see `src/program/generate`. */
// @ts-ignore: decorator
@inline
export function callGenerated(index: i32, code: usize, registers: usize, bytes: usize): void {
  if (index > linked) {
    link(code);
    linked = index;
  }
  call_indirect<void>(<u32>index, registers, bytes);
}
