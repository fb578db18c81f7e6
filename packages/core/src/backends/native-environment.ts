import { nodeBuiltin } from '../platform/node-builtin';
import { type BackendOptions, Refusal } from './candidate';

/**
 * The environment variables that make native TensorFlow honour our options. It reads them once, when it is loaded.
 *
 * | option | variable |
 * |---|---|
 * | `threads` | TF_NUM_INTRAOP_THREADS, TF_NUM_INTEROP_THREADS |
 * | `memoryGrowth` (true) | TF_FORCE_GPU_ALLOW_GROWTH |
 * | `device` | CUDA_VISIBLE_DEVICES |
 * | `memoryLimit` | TF_DEVICE_MIN_SYS_MEMORY_IN_MB = what is free now, less the limit |
 *
 * What the person has set in the environment stays where the program asks for nothing.
 *
 * @throws Refusal where `memoryLimit` is asked for and the free memory cannot be found out, or is less
 */
export function nativeEnvironment(
  { threads, memoryGrowth, device, memoryLimit }: BackendOptions,
  gpu: boolean,
  freeMemory: (device: number) => number = freeGpuMemory,
): Record<string, string> {
  const variables: Record<string, string> = {};
  if (threads !== undefined) {
    variables.TF_NUM_INTRAOP_THREADS = String(threads);
    variables.TF_NUM_INTEROP_THREADS = String(threads);
  }
  if (!gpu) return variables;
  if (memoryGrowth !== undefined || process.env.TF_FORCE_GPU_ALLOW_GROWTH === undefined) {
    variables.TF_FORCE_GPU_ALLOW_GROWTH = String(memoryGrowth ?? true);
  }
  if (device !== undefined) variables.CUDA_VISIBLE_DEVICES = String(device);
  if (memoryLimit !== undefined) {
    const free = freeMemory(device ?? 0);
    if (free < memoryLimit) {
      throw new Refusal({
        reason: `the GPU has ${free} MB free, less than \`memoryLimit\` (${memoryLimit} MB)`,
        remedy: 'End other programs on the GPU, or lower `memoryLimit`',
      });
    }
    variables.TF_DEVICE_MIN_SYS_MEMORY_IN_MB = String(free - memoryLimit);
  }
  return variables;
}

/** Free memory of a GPU in MB, as the driver's own tool tells. */
function freeGpuMemory(device: number): number {
  const question = ['--query-gpu=memory.free', '--format=csv,noheader,nounits', `--id=${device}`];
  try {
    const answer = nodeBuiltin('node:child_process')!.execFileSync('nvidia-smi', question, { encoding: 'utf8' });
    const free = Number.parseInt(answer, 10);
    if (Number.isFinite(free)) return free;
    throw new Error(`nvidia-smi answered ${JSON.stringify(answer)}`);
  } catch (cause) {
    throw new Refusal({
      reason: `\`memoryLimit\` needs to know the free memory of GPU ${device}, and nvidia-smi did not tell it`,
      remedy: 'Put nvidia-smi on PATH, or leave `memoryLimit` out',
      cause,
    });
  }
}
