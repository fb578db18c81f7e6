import { expect, test } from 'vitest';
import { compilerArguments, napiVersion } from './addon-build';

test('the addon goes where the package looks for it: by the newest interface both know', () => {
  expect(napiVersion([3, 4, 5, 6, 7, 8], 9)).toBe(8);
  expect(napiVersion([3, 4, 5, 6, 7, 8], 7)).toBe(7);
});

test("the package's own sources, linked to TensorFlow where pip put it", () => {
  const args = compilerArguments({
    source: '/m/@tensorflow/tfjs-node',
    headers: '/m/node-api-headers/include',
    tensorflow: '/py/tensorflow',
    napi: 8,
    output: '/out.node',
  });
  expect(args.join('\n')).toMatchInlineSnapshot(`
    "-std=c++17
    -O2
    -fPIC
    -shared
    -w
    -DNAPI_VERSION=8
    -I/m/@tensorflow/tfjs-node
    -I/m/@tensorflow
    -I/m/node-api-headers/include
    -I/py/tensorflow/include
    /m/@tensorflow/tfjs-node/binding/tfjs_backend.cc
    /m/@tensorflow/tfjs-node/binding/tfjs_binding.cc
    -L/py/tensorflow
    -l:libtensorflow_cc.so.2
    -l:libtensorflow_framework.so.2
    -Wl,-rpath,/py/tensorflow
    -o
    /out.node"
  `);
});
