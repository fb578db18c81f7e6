import { ELU, LEAKY_RELU, LINEAR, PRELU, RELU, RELU6, SIGMOID } from './activation';
import { elu, sigmoid } from './exp';

/**
 * Adds `bias[columns]` (0: none) to `rows` rows of C and applies an activation, where C is still in the cache.
 * `slope` is PReLU's per-column weight (stride 4 bytes) and `alpha` LeakyReLU's or ELU's.
 */
export function epilogue(c: usize, rows: i32, columns: i32, rowBytes: usize, bias: usize, activation: i32, slope: usize, alpha: f32): void {
  if (!bias && activation == LINEAR) return;
  if (activation == RELU || activation == LINEAR) {
    const least = f32x4.splat(activation == RELU ? 0 : -Infinity);
    for (let row = 0; row < rows; row++) addAndCut(c + <usize>row * rowBytes, columns, bias, least);
    return;
  }
  for (let row = 0; row < rows; row++) {
    const to = c + <usize>row * rowBytes;
    let column = 0;
    for (; column + 4 <= columns; column += 4) {
      const offset = <usize>column << 2;
      let x = v128.load(to + offset);
      if (bias) x = f32x4.add(x, v128.load(bias + offset));
      if (activation != LINEAR) x = activate(x, activation, slope ? v128.load(slope + offset) : f32x4.splat(alpha));
      v128.store(to + offset, x);
    }
    for (; column < columns; column++) {
      const offset = <usize>column << 2;
      let x = f32x4.splat(load<f32>(to + offset));
      if (bias) x = f32x4.add(x, v128.load32_splat(bias + offset));
      if (activation != LINEAR) x = activate(x, activation, slope ? v128.load32_splat(slope + offset) : f32x4.splat(alpha));
      v128.store_lane<f32>(to + offset, x, 0);
    }
  }
}

/** The usual ones, bias and ReLU, without a question in the loop; `pmax` keeps NaN. */
function addAndCut(to: usize, columns: i32, bias: usize, least: v128): void {
  const end = to + (<usize>columns << 2), vectors = to + (<usize>(columns & ~3) << 2);
  if (bias) {
    for (; to < vectors; to += 16) {
      v128.store(to, f32x4.pmax(f32x4.add(v128.load(to), v128.load(bias)), least));
      bias += 16;
    }
  } else {
    for (; to < vectors; to += 16) v128.store(to, f32x4.pmax(v128.load(to), least));
  }
  for (; to < end; to += 4) {
    v128.store_lane<f32>(to, f32x4.pmax(f32x4.add(v128.load32_splat(to), bias ? v128.load32_splat(bias) : f32x4.splat(0)), least), 0);
    if (bias) bias += 4;
  }
}

function activate(x: v128, activation: i32, slope: v128): v128 {
  const zero = f32x4.splat(0);
  switch (activation) {
    case RELU6: return f32x4.min(f32x4.max(x, zero), f32x4.splat(6));
    case PRELU:
    case LEAKY_RELU: return v128.bitselect(f32x4.mul(x, slope), x, f32x4.lt(x, zero));
    case SIGMOID: return sigmoid(x);
    case ELU: return elu(x);
    default: return x;
  }
}
