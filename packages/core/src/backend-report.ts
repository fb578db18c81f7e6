import type { BackendKind, BackendName, SimdLevel } from './backends/candidate';

/** A backend that was not chosen: why, and what would make it available. */
export type RefusedBackend = { name: BackendName; reason: string; remedy: string };

/** What `useBackend` chose, and why. */
export type BackendReport = {
  name: BackendName;
  kind: BackendKind;
  /** Threads that compute. */
  threads: number;
  /** The vector instructions of the WASM kernels; 'none' for backends that are not WASM. */
  simd: SimdLevel;
  /** Why this one. */
  reason: string;
  /** The candidates before it that are not available here; empty where a backend was named. */
  refused: RefusedBackend[];
  /** What the person should know: options without effect here, fewer threads than asked for. */
  notes: string[];
};

/**
 * The report in words, for a person: several lines without a newline at the end.
 *
 * @example
 * console.log(describeBackend(await useBackend()));
 * // Backend: wasm, 2 threads, relaxed SIMD
 * // Chosen: the first one available of tensorflow-gpu, wasm, tensorflow, cpu
 * // Not available: tensorflow-gpu
 * //   because @tensorflow/tfjs-node-gpu is not installed
 * //   Run `npm install @tensorflow/tfjs-node-gpu`
 */
export function describeBackend({ name, kind, threads, simd, reason, refused, notes }: BackendReport): string {
  const parts = [name, `${threads} thread${threads === 1 ? '' : 's'}`];
  if (kind === 'wasm') parts.push(simdInWords[simd]);
  const lines = [`Backend: ${parts.join(', ')}`, `Chosen: ${reason}`];
  for (const one of refused) lines.push(`Not available: ${one.name}`, `  because ${one.reason}`, `  ${one.remedy}`);
  for (const note of notes) lines.push(`Note: ${note}`);
  return lines.join('\n');
}

const simdInWords: Record<SimdLevel, string> = { none: 'no SIMD', simd: 'SIMD', 'relaxed-simd': 'relaxed SIMD' };
