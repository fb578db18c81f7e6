import * as tf from '@tensorflow/tfjs-core';
import { nodeBuiltin, runsInNode } from '../platform/node-builtin';
import { type BackendCandidate, type BackendOptions, Refusal, type Unavailable } from './candidate';
import { explainUnusedGpu, gpuPresence } from './gpu-presence';
import { registerGradients } from './gradients';
import { explainLoadFailure } from './load-failure';
import { nativeEnvironment } from './native-environment';
import { restoreRemovedUtilities } from './node-23-shims';

/** Where packages are looked for, and what GPU there is; tests bring their own. */
export type NativeHost = {
  /** Files or folders from which the package is resolved, in this order. */
  roots(): string[];
  gpuPresence(): { present: true } | Unavailable;
};

const thisMachine: NativeHost = {
  // The user's project first; then where this package itself is installed.
  roots: () => [`${process.cwd()}/`, import.meta.url],
  gpuPresence: () => gpuPresence(),
};

/**
 * The candidate for one of TF.js's two packages on native TensorFlow, which differ in nothing but their name.
 *
 * Both are optional: a package is loaded only if the user has installed it, and only after the environment says what was
 * asked for (memory growth, device, limit, threads), since TensorFlow reads that once. Both register the TF.js backend
 * 'tensorflow'; a process can hold one of them.
 */
export function nativeTensorFlow(
  packageName: '@tensorflow/tfjs-node' | '@tensorflow/tfjs-node-gpu',
  host: NativeHost = thisMachine,
): BackendCandidate {
  const gpu = packageName === '@tensorflow/tfjs-node-gpu';

  return {
    name: gpu ? 'tensorflow-gpu' : 'tensorflow',
    kind: gpu ? 'gpu' : 'native',

    async probe() {
      if (!runsInNode()) {
        return { available: false, reason: 'native TensorFlow runs in Node only', remedy: "Use the 'wasm' backend" };
      }
      const other = loadedPackage();
      if (other !== undefined && other !== packageName) return refuseSecondTensorFlow(other);
      const resolved = resolve(packageName, host.roots());
      if ('error' in resolved) return { available: false, ...shown(resolved.error, packageName) };
      if (!hasAddon(resolved.require, packageName)) {
        const missing = new Error(`Cannot find module '${packageName}/lib/napi-v8/tfjs_binding.node'`);
        return { available: false, ...shown(missing, packageName) };
      }
      const presence: { present: true } | Unavailable = gpu ? host.gpuPresence() : { present: true };
      return 'present' in presence ? { available: true } : presence;
    },

    whyNot(option) {
      if (option === 'threads') return undefined;
      if (option === 'numerics') return 'native TensorFlow decides on its own numerics';
      return gpu ? undefined : 'it has no GPU';
    },

    async start(options) {
      const started =
        loadedPackage() === packageName ? alreadyLoaded(packageName, options) : load(packageName, host, options, gpu);
      // After the package, which brings TF.js's own set along: ours replaces it.
      await registerGradients();
      await tf.setBackend('tensorflow');
      await tf.ready();
      if (gpu && (tf.backend() as { isUsingGpuDevice?: boolean }).isUsingGpuDevice !== true) {
        throw new Refusal(explainUnusedGpu());
      }
      return started;
    },
  };
}

/** Which package this process has loaded, and with which options: shared by every copy of this package. */
type Loaded = { packageName: string; options: BackendOptions; threads: number };
const loadedKey = Symbol.for('tenlab.native-tensorflow');
const process_ = globalThis as { [loadedKey]?: Loaded };

function loadedPackage(): string | undefined {
  return process_[loadedKey]?.packageName;
}

function refuseSecondTensorFlow(other: string): Unavailable {
  return {
    available: false,
    reason: `this process has already loaded ${other}, and a process can hold one native TensorFlow`,
    remedy: 'Start the program again and choose this backend first',
  };
}

function load(
  packageName: string,
  host: NativeHost,
  options: BackendOptions,
  gpu: boolean,
): { threads: number; simd: 'none' } {
  const resolved = resolve(packageName, host.roots());
  if ('error' in resolved) throw new Refusal(shown(resolved.error, packageName));
  Object.assign(process.env, nativeEnvironment(options, gpu));
  restoreRemovedUtilities();
  try {
    resolved.require(packageName);
  } catch (cause) {
    throw new Refusal({ ...shown(cause, packageName), cause });
  }
  const threads = options.threads ?? nodeBuiltin('node:os')!.availableParallelism();
  process_[loadedKey] = { packageName, options, threads };
  return { threads, simd: 'none' };
}

/** Going back to a TensorFlow that is loaded: it keeps the options it was loaded with. */
function alreadyLoaded(packageName: string, options: BackendOptions): { threads: number; simd: 'none' } {
  const loaded = process_[loadedKey]!;
  const changed = (Object.keys(options) as (keyof BackendOptions)[]).find(
    (name) => options[name] !== undefined && options[name] !== loaded.options[name],
  );
  if (changed !== undefined) {
    throw new Refusal({
      reason: `${packageName} is loaded already, with another \`${changed}\`, and reads its options once`,
      remedy: 'Start the program again, and ask for these options in the first `useBackend`',
    });
  }
  return { threads: loaded.threads, simd: 'none' };
}

type Resolved = { require: NodeJS.Require } | { error: unknown };

function resolve(packageName: string, roots: string[]): Resolved {
  const { createRequire } = nodeBuiltin('node:module')!;
  let firstError: unknown;
  for (const root of roots) {
    const require = createRequire(root);
    try {
      require.resolve(packageName);
      return { require };
    } catch (error) {
      firstError ??= error;
    }
  }
  return { error: firstError };
}

/** Whether the native part is there, which is downloaded after the package: `lib/napi-v…/tfjs_binding.node`. */
function hasAddon(require: NodeJS.Require, packageName: string): boolean {
  const { existsSync, readdirSync } = nodeBuiltin('node:fs')!;
  const { dirname, join } = nodeBuiltin('node:path')!;
  const folder = join(dirname(require.resolve(`${packageName}/package.json`)), 'lib');
  return existsSync(folder) && readdirSync(folder).some((napi) => existsSync(join(folder, napi, 'tfjs_binding.node')));
}

function shown(error: unknown, packageName: string): { reason: string; remedy: string } {
  const { reason, remedy } = explainLoadFailure(error, packageName);
  return { reason, remedy };
}
