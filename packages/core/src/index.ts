export { formatValue } from './errors/format-value';
export { inWords, TenlabError, type TenlabErrorOptions, type Words } from './errors/tenlab-error';
export { randomPermutation } from './random/permutation';
export { deriveSeed, getSeed, setSeed } from './random/seed';
export {
  type NormalValuesOptions,
  randomNormalValues,
  randomUniformValues,
  truncatedNormalValues,
  type UniformValuesOptions,
} from './random/values';
