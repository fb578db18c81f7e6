import { join } from 'node:path';

export interface AddonBuild {
  /** The npm package @tensorflow/tfjs-node, with the sources in `binding/`. */
  readonly source: string;
  /** Node's headers for addons. */
  readonly headers: string;
  /** The Python package tensorflow, with `include/` and the libraries. */
  readonly tensorflow: string;
  readonly napi: number;
  readonly output: string;
}

/** What the package's binding.gyp says, for g++; linked to TensorFlow where it lies, so that nothing is copied. */
export function compilerArguments({ source, headers, tensorflow, napi, output }: AddonBuild): string[] {
  return [
    ...['-std=c++17', '-O2', '-fPIC', '-shared', '-w', `-DNAPI_VERSION=${napi}`],
    ...[`-I${source}`, `-I${join(source, '..')}`, `-I${headers}`, `-I${join(tensorflow, 'include')}`],
    ...['tfjs_backend.cc', 'tfjs_binding.cc'].map((file) => join(source, 'binding', file)),
    ...[`-L${tensorflow}`, '-l:libtensorflow_cc.so.2', '-l:libtensorflow_framework.so.2', `-Wl,-rpath,${tensorflow}`],
    ...['-o', output],
  ];
}

/** The newest interface for addons that the package offers and this Node has: where the package looks for its addon. */
export function napiVersion(offered: readonly number[], ours: number): number {
  return Math.max(...offered.filter((version) => version <= ours));
}
