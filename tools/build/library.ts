import { defineConfig, type Options } from 'tsup';

/**
 * The one build of every package: ESM and CommonJS side by side, declarations, source maps.
 * A package's `tsup.config.ts` only names its entry points; changing the bundler later changes this file.
 */
export function library(options: Options = {}) {
  return defineConfig({
    entry: ['src/index.ts'],
    format: ['esm', 'cjs'],
    target: 'node20',
    platform: 'neutral',
    dts: true,
    sourcemap: true,
    clean: true,
    splitting: true,
    treeshake: true,
    ...options,
  });
}
