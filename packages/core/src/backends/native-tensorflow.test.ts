import { mkdir, mkdtemp, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as tf from '@tensorflow/tfjs-core';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { BackendOptions } from './candidate';
import { cpu } from './cpu';
import { nativeTensorFlow } from './native-tensorflow';

const node = '@tensorflow/tfjs-node';
const gpu = '@tensorflow/tfjs-node-gpu';
const environmentNames = [
  'TF_FORCE_GPU_ALLOW_GROWTH',
  'CUDA_VISIBLE_DEVICES',
  'TF_NUM_INTRAOP_THREADS',
  'TF_NUM_INTEROP_THREADS',
];

beforeEach(() => {
  for (const name of environmentNames) vi.stubEnv(name, undefined);
});

afterEach(async () => {
  vi.unstubAllEnvs();
  delete (globalThis as Record<symbol, unknown>)[Symbol.for('tenlab.native-tensorflow')];
  delete (globalThis as Record<string, unknown>).seenByStandIn;
  await cpu.start({});
  if ('tensorflow' in tf.engine().registry) tf.removeBackend('tensorflow');
  for (const { kernelName } of tf.getKernelsForBackend('tensorflow')) tf.unregisterKernel(kernelName, 'tensorflow');
});

/** A project folder in which a stand-in for the package is installed: `source` is its main file. */
async function projectWith(packageName: string, source: string, addon = true): Promise<string> {
  const project = await mkdtemp(join(tmpdir(), 'tenlab-'));
  const folder = join(project, 'node_modules', packageName);
  await mkdir(folder, { recursive: true });
  await writeFile(
    join(folder, 'package.json'),
    JSON.stringify({ name: packageName, version: '4.22.0', main: 'index.js' }),
  );
  await writeFile(join(folder, 'index.js'), source);
  if (addon) {
    await mkdir(join(folder, 'lib', 'napi-v8'), { recursive: true });
    await writeFile(join(folder, 'lib', 'napi-v8', 'tfjs_binding.node'), '');
  }
  return `${project}/`;
}

/** As tfjs-node does: looks at the environment and at `util` when it loads, and registers the backend 'tensorflow'. */
function standIn(usesGpu: boolean): string {
  const paths = ['@tensorflow/tfjs-core', '@tensorflow/tfjs-backend-cpu'].map((name) =>
    JSON.stringify(createRequire(import.meta.url).resolve(name)),
  );
  return `
    const tf = require(${paths[0]});
    const { MathBackendCPU } = require(${paths[1]});
    const util = require('util');
    globalThis.seenByStandIn = { ...process.env, shimmed: typeof util.isNullOrUndefined };
    class Native extends MathBackendCPU { isUsingGpuDevice = ${usesGpu}; firstUse = false; }
    tf.registerBackend('tensorflow', () => new Native(), 3);
    for (const kernel of tf.getKernelsForBackend('cpu')) tf.registerKernel({ ...kernel, backendName: 'tensorflow' });
    if (!tf.setBackend('tensorflow')) throw new Error('Could not initialize TensorFlow backend.');
  `;
}

function candidate(packageName: typeof node | typeof gpu, roots: string[]) {
  return nativeTensorFlow(packageName, { roots: () => roots, gpuPresence: () => ({ present: true }) });
}

async function refusalOf(run: Promise<unknown>): Promise<{ message: string; remedy: string }> {
  return run.then(
    () => {
      throw new Error('it started');
    },
    (error) => ({ message: error.message, remedy: error.remedy }),
  );
}

describe.each([node, gpu] as const)('the candidate of %s', (packageName) => {
  it('refuses where the package is not installed', async () => {
    const empty = `${await mkdtemp(join(tmpdir(), 'tenlab-'))}/`;
    const refusal = { reason: `${packageName} is not installed`, remedy: `Run \`npm install ${packageName}\`` };
    expect(await candidate(packageName, [empty]).probe({})).toEqual({ available: false, ...refusal });
    expect(await refusalOf(candidate(packageName, [empty]).start({}))).toEqual({
      message: refusal.reason,
      remedy: refusal.remedy,
    });
  });

  it("is refused in this repository's own checks, which install neither package", async () => {
    expect(await nativeTensorFlow(packageName).probe({})).toMatchObject({ available: false });
  });

  it('loads nothing while it probes', async () => {
    const project = await projectWith(packageName, "throw new Error('loaded')");
    expect(await candidate(packageName, [project]).probe({})).toEqual({ available: true });
  });

  it('finds the package from the second root as well', async () => {
    const empty = `${await mkdtemp(join(tmpdir(), 'tenlab-'))}/`;
    const project = await projectWith(packageName, '');
    expect(await candidate(packageName, [empty, project]).probe({})).toEqual({ available: true });
  });

  it('refuses where the native addon was not downloaded, without loading anything', async () => {
    const project = await projectWith(packageName, "throw new Error('loaded')", false);
    expect(await candidate(packageName, [project]).probe({})).toMatchObject({
      available: false,
      reason: expect.stringContaining(`the native addon of ${packageName} (tfjs_binding.node) is missing`),
      remedy: expect.stringContaining(`npm rebuild ${packageName}`),
    });
  });

  it('says why the package does not load', async () => {
    const project = await projectWith(
      packageName,
      "throw new Error('libcudart.so.11.0: cannot open shared object file: No such file or directory')",
    );
    expect(await refusalOf(candidate(packageName, [project]).start({}))).toMatchObject({
      message: 'libcudart.so.11.0, a library of CUDA, is missing',
    });
  });

  it('loads it with the environment set and the shims in place, and makes it current', async () => {
    const project = await projectWith(packageName, standIn(true));
    const options: BackendOptions = { threads: 3, ...(packageName === gpu ? { device: 1, memoryGrowth: false } : {}) };
    expect(await candidate(packageName, [project]).start(options)).toEqual({ threads: 3, simd: 'none' });
    expect(tf.getBackend()).toBe('tensorflow');
    expect((globalThis as unknown as { seenByStandIn: unknown }).seenByStandIn).toMatchObject({
      shimmed: 'function',
      TF_NUM_INTRAOP_THREADS: '3',
      ...(packageName === gpu ? { CUDA_VISIBLE_DEVICES: '1', TF_FORCE_GPU_ALLOW_GROWTH: 'false' } : {}),
    });
    expect([...tf.add(tf.tensor1d([1, 2]), 1).dataSync()]).toEqual([2, 3]);
  });

  it('goes back to what is loaded, but not with other options', async () => {
    const project = await projectWith(packageName, standIn(true));
    const loaded = candidate(packageName, [project]);
    await loaded.start({ threads: 3 });
    await tf.setBackend('cpu');
    expect(await loaded.start({})).toEqual({ threads: 3, simd: 'none' });
    expect(tf.getBackend()).toBe('tensorflow');
    expect((await refusalOf(loaded.start({ threads: 1 }))).message).toMatch(/loaded already, with another `threads`/);
  });

  it('refuses to share a process with the other package', async () => {
    const project = await projectWith(packageName, standIn(true));
    await candidate(packageName, [project]).start({});
    const other = packageName === gpu ? node : gpu;
    expect(await candidate(other, [project]).probe({})).toMatchObject({
      available: false,
      reason: `this process has already loaded ${packageName}, and a process can hold one native TensorFlow`,
    });
  });
});

describe('the GPU candidate', () => {
  it('refuses before loading where there is no device', async () => {
    const project = await projectWith(gpu, "throw new Error('loaded')");
    const refusal = { available: false, reason: 'there is no GPU', remedy: 'Buy one' } as const;
    const probed = nativeTensorFlow(gpu, { roots: () => [project], gpuPresence: () => refusal });
    expect(await probed.probe({})).toEqual(refusal);
  });

  it('refuses after loading where TensorFlow fell back to the CPU', async () => {
    const project = await projectWith(gpu, standIn(false));
    expect((await refusalOf(candidate(gpu, [project]).start({}))).message).toMatch(/no GPU that it can use/);
  });
});

it('is not offered outside Node', async () => {
  vi.stubGlobal('process', undefined);
  const availability = await nativeTensorFlow(node).probe({});
  vi.unstubAllGlobals();
  expect(availability).toEqual({
    available: false,
    reason: 'native TensorFlow runs in Node only',
    remedy: "Use the 'wasm' backend",
  });
});
