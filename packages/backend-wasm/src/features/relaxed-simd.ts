/**
 * Whether this engine compiles relaxed SIMD, by validating
 * `(module (func (result v128) i32.const 0 i8x16.splat i32.const 0 i8x16.splat i32.const 0 i8x16.splat f32x4.relaxed_madd))`.
 * Node 20 has it behind a flag, which is set here; from Node 22 it is on.
 */
export async function hasRelaxedSimd(): Promise<boolean> {
  if (validates()) return true;
  const major = typeof process === 'object' ? Number(process.versions?.node?.split('.')[0]) : Number.NaN;
  if (major !== 20) return false;
  const { setFlagsFromString } = await import('node:v8');
  setFlagsFromString('--experimental-wasm-relaxed-simd');
  return validates();
}

function validates(): boolean {
  return WebAssembly.validate(
    new Uint8Array([
      0, 97, 115, 109, 1, 0, 0, 0, 1, 5, 1, 96, 0, 1, 123, 3, 2, 1, 0, 10, 19, 1, 17, 0, 65, 0, 253, 15, 65, 0, 253, 15,
      65, 0, 253, 15, 253, 133, 2, 11,
    ]),
  );
}
