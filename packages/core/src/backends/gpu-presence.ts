import { nodeBuiltin } from '../platform/node-builtin';
import type { Unavailable } from './candidate';

/** What is asked of the system; tests bring their own. */
export type GpuSystem = {
  platform: string;
  exists(path: string): boolean;
  /** The text of a file, bytes read one to a character; '' where there is none. */
  read(path: string): string;
  environment: Record<string, string | undefined>;
};

/** The library that TensorFlow 2.9, on which tfjs-node-gpu 4.22 stands, loads first; cuBLAS, cuDNN, … lie beside it. */
const cudaRuntime = 'libcudart.so.11.0';

/**
 * Whether an NVIDIA GPU is in sight, without loading anything.
 *
 * TensorFlow would take seconds to find out, and then compute on the CPU under the name of a GPU package. On Linux the
 * driver's device files tell, on Windows the driver; elsewhere tfjs-node-gpu does not exist.
 */
export function gpuPresence(system: GpuSystem = thisSystem()): { present: true } | Unavailable {
  const { platform, environment, exists } = system;
  if (platform !== 'linux' && platform !== 'win32') {
    return refused(`TensorFlow has no GPU build for ${platform}`, "Use the 'wasm' or 'tensorflow' backend");
  }
  const visible = environment.CUDA_VISIBLE_DEVICES;
  if (visible !== undefined && /^(-\d+|none|nodevfiles|\s*)$/i.test(visible)) {
    return refused(
      `CUDA_VISIBLE_DEVICES='${visible}' hides every GPU`,
      'Unset it, or set it to the number of a device',
    );
  }
  if (platform === 'win32') {
    const driver = `${environment.SystemRoot ?? 'C:\\Windows'}\\System32\\nvcuda.dll`;
    if (exists(driver)) return { present: true };
    return refused(`there is no NVIDIA driver (${driver})`, 'Install the driver of your NVIDIA GPU');
  }
  const devices = ['/dev/nvidiactl', '/dev/nvidia0', '/dev/dxg'];
  if (devices.some(exists)) return { present: true };
  return refused(
    `there is no NVIDIA GPU, or no driver for it (none of ${devices.join(', ')})`,
    'Install the NVIDIA driver; in a container, pass the GPU through (docker run --gpus all)',
  );
}

/**
 * Why TensorFlow, once loaded, uses no GPU although there is one: it prints a warning and says no more to the program.
 *
 * Most often CUDA is missing or of another version than the package was built for.
 */
export function explainUnusedGpu({ platform, environment, exists, read }: GpuSystem = thisSystem()): {
  reason: string;
  remedy: string;
} {
  const folders = (environment.LD_LIBRARY_PATH ?? '').split(':').filter((folder) => folder !== '');
  const found =
    folders.some((folder) => exists(`${folder}/${cudaRuntime}`)) || read('/etc/ld.so.cache').includes(cudaRuntime);
  if (platform === 'linux' && !found) {
    return {
      reason: `${cudaRuntime}, a library of CUDA, is neither on LD_LIBRARY_PATH nor known to the system's linker, and TensorFlow found no GPU that it can use`,
      remedy: 'Install CUDA 11.2 and cuDNN 8.1, and put their folder on LD_LIBRARY_PATH',
    };
  }
  return {
    reason: 'TensorFlow was loaded and found no GPU that it can use',
    remedy:
      'Read its warnings above; check `nvidia-smi`, CUDA_VISIBLE_DEVICES, and that CUDA 11.2 and cuDNN 8.1 are complete',
  };
}

function refused(reason: string, remedy: string): Unavailable {
  return { available: false, reason, remedy };
}

function thisSystem(): GpuSystem {
  const files = nodeBuiltin('node:fs')!;
  return {
    platform: process.platform,
    exists: (path) => files.existsSync(path),
    read: (path) => (files.existsSync(path) ? files.readFileSync(path, 'latin1') : ''),
    environment: process.env,
  };
}
