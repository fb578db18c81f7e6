export { type BackendReport, describeBackend, type RefusedBackend } from './backend-report';
export type {
  Availability,
  BackendCandidate,
  BackendKind,
  BackendName,
  BackendOptions,
  SimdLevel,
  StartedBackend,
} from './backends/candidate';
export { backendCompiles, type CompiledStep, compile, uncompiled } from './compile';
export { checkChoice, checkOptions } from './errors/check-options';
export { formatValue } from './errors/format-value';
export { inWords, TenlabError, type TenlabErrorOptions, type Words } from './errors/tenlab-error';
export { type CheckedDerivative, type GradCheckOptions, type GradCheckReport, gradCheck } from './grad-check';
export { type LeakCheck, leakCheck } from './memory/leak-check';
export { scope, scopeAsync } from './memory/scope';
export { randomPermutation } from './random/permutation';
export { deriveSeed, getSeed, getSeedState, type SeedState, setSeed, setSeedState } from './random/seed';
export {
  type NormalOptions,
  SeedGenerator,
  type SeedGeneratorOptions,
  type UniformOptions,
} from './random/seed-generator';
export { threefry2x32 } from './random/threefry';
export {
  type NormalValuesOptions,
  randomNormalValues,
  randomUniformValues,
  truncatedNormalValues,
  type UniformValuesOptions,
} from './random/values';
export { backendReport, type ProbedBackend, probeBackends, useBackend } from './use-backend';
