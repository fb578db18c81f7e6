// The one-dimensional transforms of Winograd's F(4, 3): four outputs of a three-tap convolution by six products instead of
// twelve, on the points 0, ±1, ±2 (Lavin and Gray, Fast Algorithms for Convolutional Neural Networks, 2015). Each reads
// vectors of four floats `fromStep` bytes apart and writes its own `toStep` apart; rows first, then columns, make F(4x4, 3x3).
// All are inlined: a call costs as much as a transform does.
// Gradients go through the transposes: dg = Gᵀ (Σ over tiles of A dy · Bᵀ d), dd = B (Σ over filters of A dy · G g).

/** Outputs of a tile along one axis, and inputs they need. */
export const TILE_OUT: i32 = 4;
export const TILE_IN: i32 = 6;
/** Products per tile and channel. */
export const POSITIONS: i32 = 36;

/** Three taps to six: G g. */
// @ts-ignore: decorator
@inline
export function transformWeights(from: usize, fromStep: usize, to: usize, toStep: usize): void {
  const g0 = v128.load(from), g1 = v128.load(from + fromStep), g2 = v128.load(from + fromStep * 2);
  const sixth = f32x4.splat(-1.0 / 6.0);
  const outer = f32x4.add(g0, g2);
  const even = f32x4.add(f32x4.mul(g0, f32x4.splat(1.0 / 24.0)), f32x4.mul(g2, f32x4.splat(1.0 / 6.0)));
  const odd = f32x4.mul(g1, f32x4.splat(1.0 / 12.0));
  v128.store(to, f32x4.mul(g0, f32x4.splat(0.25)));
  v128.store(to + toStep, f32x4.mul(f32x4.add(outer, g1), sixth));
  v128.store(to + toStep * 2, f32x4.mul(f32x4.sub(outer, g1), sixth));
  v128.store(to + toStep * 3, f32x4.add(even, odd));
  v128.store(to + toStep * 4, f32x4.sub(even, odd));
  v128.store(to + toStep * 5, g2);
}

/** Six inputs to six: Bᵀ d. */
// @ts-ignore: decorator
@inline
export function transformInput(from: usize, fromStep: usize, to: usize, toStep: usize): void {
  const d0 = v128.load(from), d1 = v128.load(from + fromStep), d2 = v128.load(from + fromStep * 2);
  const d3 = v128.load(from + fromStep * 3), d4 = v128.load(from + fromStep * 4), d5 = v128.load(from + fromStep * 5);
  const two = f32x4.splat(2), four = f32x4.splat(4), five = f32x4.splat(5);
  const a = f32x4.sub(d4, f32x4.mul(d2, four)), b = f32x4.sub(d3, f32x4.mul(d1, four));
  const c = f32x4.sub(d4, d2), e = f32x4.mul(f32x4.sub(d3, d1), two);
  v128.store(to, f32x4.add(f32x4.sub(f32x4.mul(d0, four), f32x4.mul(d2, five)), d4));
  v128.store(to + toStep, f32x4.add(a, b));
  v128.store(to + toStep * 2, f32x4.sub(a, b));
  v128.store(to + toStep * 3, f32x4.add(c, e));
  v128.store(to + toStep * 4, f32x4.sub(c, e));
  v128.store(to + toStep * 5, f32x4.add(f32x4.sub(f32x4.mul(d1, four), f32x4.mul(d3, five)), d5));
}

/** Six products to four outputs: Aᵀ m. */
// @ts-ignore: decorator
@inline
export function transformOutput(from: usize, fromStep: usize, to: usize, toStep: usize): void {
  const m0 = v128.load(from), m1 = v128.load(from + fromStep), m2 = v128.load(from + fromStep * 2);
  const m3 = v128.load(from + fromStep * 3), m4 = v128.load(from + fromStep * 4), m5 = v128.load(from + fromStep * 5);
  const sum = f32x4.add(m1, m2), difference = f32x4.sub(m1, m2);
  const sum2 = f32x4.add(m3, m4), difference2 = f32x4.sub(m3, m4);
  v128.store(to, f32x4.add(f32x4.add(m0, sum), sum2));
  v128.store(to + toStep, f32x4.add(difference, f32x4.mul(difference2, f32x4.splat(2))));
  v128.store(to + toStep * 2, f32x4.add(sum, f32x4.mul(sum2, f32x4.splat(4))));
  v128.store(to + toStep * 3, f32x4.add(f32x4.add(difference, f32x4.mul(difference2, f32x4.splat(8))), m5));
}

/** Four gradients of outputs to six: A dy. */
// @ts-ignore: decorator
@inline
export function transformOutputGradient(from: usize, fromStep: usize, to: usize, toStep: usize): void {
  const y0 = v128.load(from), y1 = v128.load(from + fromStep), y2 = v128.load(from + fromStep * 2), y3 = v128.load(from + fromStep * 3);
  const two = f32x4.splat(2), four = f32x4.splat(4);
  const even = f32x4.add(y0, y2), odd = f32x4.add(y1, y3);
  const even2 = f32x4.add(y0, f32x4.mul(y2, four)), odd2 = f32x4.mul(f32x4.add(y1, f32x4.mul(y3, four)), two);
  v128.store(to, y0);
  v128.store(to + toStep, f32x4.add(even, odd));
  v128.store(to + toStep * 2, f32x4.sub(even, odd));
  v128.store(to + toStep * 3, f32x4.add(even2, odd2));
  v128.store(to + toStep * 4, f32x4.sub(even2, odd2));
  v128.store(to + toStep * 5, y3);
}

/** Six sums of products to the gradients of three taps: Gᵀ s. */
// @ts-ignore: decorator
@inline
export function transformWeightsGradient(from: usize, fromStep: usize, to: usize, toStep: usize): void {
  const s0 = v128.load(from), s1 = v128.load(from + fromStep), s2 = v128.load(from + fromStep * 2);
  const s3 = v128.load(from + fromStep * 3), s4 = v128.load(from + fromStep * 4), s5 = v128.load(from + fromStep * 5);
  const sixth = f32x4.splat(1.0 / 6.0);
  const inner = f32x4.mul(f32x4.add(s1, s2), sixth), outer = f32x4.add(s3, s4);
  const odd = f32x4.add(f32x4.mul(f32x4.sub(s2, s1), sixth), f32x4.mul(f32x4.sub(s3, s4), f32x4.splat(1.0 / 12.0)));
  v128.store(to, f32x4.add(f32x4.sub(f32x4.mul(s0, f32x4.splat(0.25)), inner), f32x4.mul(outer, f32x4.splat(1.0 / 24.0))));
  v128.store(to + toStep, odd);
  v128.store(to + toStep * 2, f32x4.add(f32x4.sub(f32x4.mul(outer, sixth), inner), s5));
}

/**
 * Six products to the gradients of six inputs: B v. The first `added` of the six (none, two or all) are added to what lies
 * there, the rest written over it.
 */
// @ts-ignore: decorator
@inline
export function transformInputGradient(from: usize, fromStep: usize, to: usize, toStep: usize, added: i32): void {
  const v0 = v128.load(from), v1 = v128.load(from + fromStep), v2 = v128.load(from + fromStep * 2);
  const v3 = v128.load(from + fromStep * 3), v4 = v128.load(from + fromStep * 4), v5 = v128.load(from + fromStep * 5);
  const two = f32x4.splat(2), four = f32x4.splat(4), five = f32x4.splat(5);
  const sum = f32x4.add(v1, v2), difference = f32x4.sub(v1, v2);
  const sum2 = f32x4.add(v3, v4), twice = f32x4.mul(f32x4.sub(v3, v4), two);
  let d0 = f32x4.mul(v0, four);
  let d1 = f32x4.sub(f32x4.mul(f32x4.sub(v5, difference), four), twice);
  let d2 = f32x4.neg(f32x4.add(f32x4.add(f32x4.mul(v0, five), f32x4.mul(sum, four)), sum2));
  let d3 = f32x4.sub(f32x4.add(difference, twice), f32x4.mul(v5, five));
  let d4 = f32x4.add(f32x4.add(v0, sum), sum2);
  let d5 = v5;
  if (added > 0) {
    d0 = f32x4.add(v128.load(to), d0);
    d1 = f32x4.add(v128.load(to + toStep), d1);
    if (added > 2) {
      d2 = f32x4.add(v128.load(to + toStep * 2), d2);
      d3 = f32x4.add(v128.load(to + toStep * 3), d3);
      d4 = f32x4.add(v128.load(to + toStep * 4), d4);
      d5 = f32x4.add(v128.load(to + toStep * 5), d5);
    }
  }
  v128.store(to, d0);
  v128.store(to + toStep, d1);
  v128.store(to + toStep * 2, d2);
  v128.store(to + toStep * 3, d3);
  v128.store(to + toStep * 4, d4);
  v128.store(to + toStep * 5, d5);
}
