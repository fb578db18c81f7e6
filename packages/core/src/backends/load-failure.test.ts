import { mkdtemp, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { explainLoadFailure } from './load-failure';

const node = '@tensorflow/tfjs-node';
const gpu = '@tensorflow/tfjs-node-gpu';
const addon = '/app/node_modules/@tensorflow/tfjs-node-gpu/lib/napi-v8/tfjs_binding.node';

describe('explainLoadFailure reads what the loaders say', () => {
  // The texts of Node's loader, of dlopen on Linux and macOS, of LoadLibrary on Windows, and of tfjs-node 4.22 itself.
  it.each([
    ['not-installed', gpu, `Cannot find module '${gpu}'\nRequire stack:\n- /app/`],
    ['not-installed', node, `Cannot find package '${node}' imported from /app/index.js`],
    [
      'incomplete-install',
      node,
      "Cannot find module '@mapbox/node-pre-gyp'\nRequire stack:\n- /app/node_modules/@tensorflow/tfjs-node/dist/index.js",
    ],
    ['incomplete-install', gpu, `Cannot find module '${node}'\nRequire stack:\n- /app/`],
    [
      'addon-missing',
      node,
      `The Node.js native addon module (tfjs_binding.node) can not be found at path: /app/node_modules/@tensorflow/tfjs-node/lib/napi-v8/tfjs_binding.node. \nPlease run command 'npm rebuild @tensorflow/tfjs-node --build-addon-from-source' to rebuild the native addon module. \nIf you have problem with building the addon module, please check https://github.com/tensorflow/tfjs/blob/master/tfjs-node/WINDOWS_TROUBLESHOOTING.md or file an issue.`,
    ],
    [
      'addon-missing',
      gpu,
      `Cannot find module '${addon}'\nRequire stack:\n- /app/node_modules/@tensorflow/tfjs-node-gpu/dist/index.js`,
    ],
    ['cuda-missing', gpu, 'libcudart.so.11.0: cannot open shared object file: No such file or directory'],
    ['cuda-missing', gpu, 'libcudnn.so.8: cannot open shared object file: No such file or directory'],
    ['cuda-missing', gpu, 'libcublasLt.so.11: cannot open shared object file: No such file or directory'],
    ['cuda-missing', gpu, 'libcuda.so.1: cannot open shared object file: No such file or directory'],
    ['cuda-missing', gpu, "Could not load dynamic library 'cudart64_110.dll'; dlerror: cudart64_110.dll not found"],
    [
      'tensorflow-library-missing',
      node,
      'libtensorflow.so.2: cannot open shared object file: No such file or directory',
    ],
    [
      'tensorflow-library-missing',
      node,
      'libtensorflow_cc.so.2: cannot open shared object file: No such file or directory',
    ],
    [
      'tensorflow-library-missing',
      node,
      'libtensorflow_framework.so.2: cannot open shared object file: No such file or directory',
    ],
    [
      'tensorflow-library-missing',
      node,
      `dlopen(/app/lib/napi-v8/tfjs_binding.node, 0x0001): Library not loaded: @rpath/libtensorflow.2.dylib\n  Referenced from: /app/lib/napi-v8/tfjs_binding.node\n  Reason: tried: '/usr/lib/libtensorflow.2.dylib' (no such file)`,
    ],
    [
      'tensorflow-library-missing',
      node,
      `The specified module could not be found.\n\\\\?\\C:\\app\\node_modules\\@tensorflow\\tfjs-node\\lib\\napi-v8\\tfjs_binding.node`,
    ],
    [
      'system-too-old',
      node,
      "/lib/x86_64-linux-gnu/libc.so.6: version `GLIBC_2.29' not found (required by /app/deps/lib/libtensorflow.so.2)",
    ],
    [
      'system-too-old',
      node,
      "/usr/lib/x86_64-linux-gnu/libstdc++.so.6: version `GLIBCXX_3.4.26' not found (required by /app/lib/napi-v8/tfjs_binding.node)",
    ],
    ['static-tls', node, '/usr/lib/aarch64-linux-gnu/libgomp.so.1: cannot allocate memory in static TLS block'],
    ['wrong-platform', node, '/app/lib/napi-v8/tfjs_binding.node: invalid ELF header'],
    [
      'wrong-platform',
      node,
      `dlopen(/app/lib/napi-v8/tfjs_binding.node, 0x0001): tried: '/app/lib/napi-v8/tfjs_binding.node' (mach-o file, but is an incompatible architecture (have 'x86_64', need 'arm64'))`,
    ],
    ['wrong-platform', node, '\\\\?\\C:\\app\\tfjs_binding.node is not a valid Win32 application.'],
    ['addon-mismatch', node, '/app/lib/napi-v8/tfjs_binding.node: undefined symbol: TFE_NewContextOptions'],
    [
      'addon-mismatch',
      node,
      "The module '/app/tfjs_binding.node'\nwas compiled against a different Node.js version using\nNODE_MODULE_VERSION 108. This version of Node.js requires\nNODE_MODULE_VERSION 115. Please try re-compiling or re-installing\nthe module (for instance, using `npm rebuild` or `npm install`).",
    ],
    ['addons-disabled', node, 'Cannot load native addon because loading addons is disabled.'],
    ['unknown', node, 'Could not initialize TensorFlow backend.'],
  ])('%s: %s', (cause, packageName, message) => {
    const failure = explainLoadFailure(new Error(message), packageName);
    expect(failure.cause).toBe(cause);
    for (const sentence of [failure.reason, failure.remedy]) {
      expect(sentence).not.toMatch(/undefined|\n|\.$/);
      expect(sentence.length).toBeGreaterThan(10);
    }
  });

  it('says so in words', () => {
    const say = (message: string, packageName = node) => {
      const { reason, remedy } = explainLoadFailure(new Error(message), packageName);
      return `${reason}. ${remedy}.`;
    };
    expect(say(`Cannot find module '${node}'`)).toMatchInlineSnapshot(
      `"@tensorflow/tfjs-node is not installed. Run \`npm install @tensorflow/tfjs-node\`."`,
    );
    expect(say("Cannot find module '@mapbox/node-pre-gyp'")).toMatchInlineSnapshot(
      `"@tensorflow/tfjs-node is installed without '@mapbox/node-pre-gyp', which it needs. Install it again: \`npm install @tensorflow/tfjs-node\`."`,
    );
    expect(say(`Cannot find module '${addon}'`, gpu)).toMatchInlineSnapshot(
      `"the native addon of @tensorflow/tfjs-node-gpu (tfjs_binding.node) is missing: its download failed, or install scripts did not run. Run \`npm rebuild @tensorflow/tfjs-node-gpu --build-addon-from-source\` (it needs Python, a C++ compiler and access to storage.googleapis.com)."`,
    );
    expect(
      say('libcudart.so.11.0: cannot open shared object file: No such file or directory', gpu),
    ).toMatchInlineSnapshot(
      `"libcudart.so.11.0, a library of CUDA, is missing. Install CUDA 11.2 and cuDNN 8.1, and put their folder on LD_LIBRARY_PATH (Windows: PATH)."`,
    );
    expect(say('libtensorflow.so.2: cannot open shared object file: No such file or directory')).toMatchInlineSnapshot(
      `"TensorFlow's own library (libtensorflow.so.2) is missing beside the addon: its download failed. Run \`npm rebuild @tensorflow/tfjs-node --build-addon-from-source\` (it needs Python, a C++ compiler and access to storage.googleapis.com)."`,
    );
    expect(say("libc.so.6: version `GLIBC_2.29' not found")).toMatchInlineSnapshot(
      `"this system's C library is older than the addon needs (GLIBC_2.29). Use a newer system, or the wasm backend, which needs nothing from it."`,
    );
    expect(say('tfjs_binding.node: invalid ELF header')).toMatchInlineSnapshot(
      `"the addon of @tensorflow/tfjs-node was built for another system or processor than this one. Delete node_modules and run \`npm install\` on this machine; where no build exists for it, run \`npm rebuild @tensorflow/tfjs-node --build-addon-from-source\` (it needs Python, a C++ compiler and access to storage.googleapis.com)."`,
    );
    expect(say('/usr/lib/libgomp.so.1: cannot allocate memory in static TLS block')).toMatchInlineSnapshot(
      `"/usr/lib/libgomp.so.1 cannot be loaded this late: the room for thread-local data is used up. Start with \`LD_PRELOAD=/usr/lib/libgomp.so.1 node …\`."`,
    );
    expect(say('something new\nwith a second line')).toMatchInlineSnapshot(
      `"@tensorflow/tfjs-node failed to load: something new. Install it again: \`npm install @tensorflow/tfjs-node\`."`,
    );
  });

  it('takes what is no error as its text', () => {
    expect(explainLoadFailure('libcuda.so.1: cannot open shared object file', gpu).cause).toBe('cuda-missing');
  });
});

describe('explainLoadFailure reads what this very Node says', () => {
  const caught = (run: () => unknown): unknown => {
    try {
      run();
    } catch (error) {
      return error;
    }
    throw new Error('nothing was thrown');
  };

  it('about a package that is not installed', async () => {
    const require = createRequire(`${await mkdtemp(join(tmpdir(), 'tenlab-'))}/`);
    expect(
      explainLoadFailure(
        caught(() => require(gpu)),
        gpu,
      ).cause,
    ).toBe('not-installed');
  });

  it('about an addon that is no library', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'tenlab-'));
    const file = join(folder, 'tfjs_binding.node');
    await writeFile(file, 'not a library, but long enough to have a header of the sixty-four bytes that ELF wants');
    const failure = explainLoadFailure(
      caught(() => createRequire(`${folder}/`)(file)),
      node,
    );
    expect(failure.cause).toBe('wrong-platform');
  });
});
