import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import { beforeAll, expect, test } from 'vitest';

// What an editor offers between the quotes of an option, asked of TypeScript as editors ask it.

const file = fileURLToPath(new URL('completions.example.ts', import.meta.url));
const root = fileURLToPath(new URL('../../..', import.meta.url));
let program = '';
let version = 0;
let service: ts.LanguageService;

beforeAll(() => {
  const { config } = ts.readConfigFile(`${root}/tsconfig.json`, ts.sys.readFile);
  const { options } = ts.parseJsonConfigFileContent({ ...config, include: [], files: [] }, ts.sys, root);
  const textOf = (path: string) => (path === file ? program : ts.sys.readFile(path));
  service = ts.createLanguageService({
    getCompilationSettings: () => options,
    getScriptFileNames: () => [file],
    getScriptVersion: (path) => (path === file ? String(version) : '0'),
    getScriptSnapshot: (path) => {
      const text = textOf(path);
      return text === undefined ? undefined : ts.ScriptSnapshot.fromString(text);
    },
    getCurrentDirectory: () => root,
    getDefaultLibFileName: ts.getDefaultLibFilePath,
    fileExists: (path) => path === file || ts.sys.fileExists(path),
    readFile: textOf,
    readDirectory: ts.sys.readDirectory,
    directoryExists: ts.sys.directoryExists,
    getDirectories: ts.sys.getDirectories,
  });
});

/** What is offered where `|` stands in a program. */
function offered(code: string): string[] {
  const before = `import * as layers from './index';\ndeclare const model: layers.Model;\n`;
  program = before + code.replace('|', '');
  version += 1;
  const completions = service.getCompletionsAtPosition(file, before.length + code.indexOf('|'), {});
  return (completions?.entries ?? []).map(({ name }) => name);
}

test.each([
  ['new layers.Dense({ units: 1, activation: "|" })', ['relu', 'softmax', 'gelu', 'hard_sigmoid']],
  ['new layers.LSTM({ units: 1, recurrentActivation: "|" })', ['sigmoid', 'hard_sigmoid']],
  ['new layers.Activation({ activation: "|" })', ['relu', 'tanh']],
  ['new layers.Dense({ units: 1, kernelInitializer: "|" })', ['he_normal', 'glorot_uniform', 'zeros']],
  ['new layers.Dense({ units: 1, kernelRegularizer: "|" })', ['l1', 'l2']],
  ['new layers.Dense({ units: 1, kernelConstraint: "|" })', ['non_neg', 'max_norm']],
  ['new layers.Dense({ units: 1, dtype: "|" })', ['float32']],
  ['model.compile({ optimizer: "|" })', ['adam', 'sgd', 'rmsprop']],
  ['new layers.MultiOptimizer({ optimizerMap: { defaultOptimizer: "|" } })', ['adam', 'sgd']],
  ['new layers.Lookahead({ innerOptimizer: "|" })', ['adam', 'sgd']],
  ['model.compile({ loss: "|" })', ['mse', 'categorical_crossentropy', 'binary_crossentropy']],
  ['model.compile({ loss: { a: "|" } })', ['mse', 'categorical_crossentropy']],
  ['model.compile({ metrics: ["|"] })', ['accuracy', 'mae', 'auc']],
  ['model.compile({ metrics: { a: ["|"] } })', ['accuracy', 'mae']],
])('%s offers its names', (code, names) => {
  expect(offered(code)).toEqual(expect.arrayContaining(names));
});

test.each([
  ['new layers.Conv2D({ filters: 1, kernelSize: 3, padding: "|" })', ['same', 'valid']],
  ['new layers.Conv1D({ filters: 1, kernelSize: 3, padding: "|" })', ['causal', 'same', 'valid']],
  ['new layers.MaxPooling2D({ dataFormat: "|" })', ['channels_first', 'channels_last']],
  [
    'new layers.Bidirectional({ layer: new layers.GRU({ units: 1 }), mergeMode: "|" })',
    ['ave', 'concat', 'mul', 'sum'],
  ],
  ['new layers.UpSampling2D({ interpolation: "|" })', ['bicubic', 'bilinear', 'lanczos3', 'lanczos5', 'nearest']],
  [
    'new layers.losses.MeanSquaredError({ reduction: "|" })',
    ['mean', 'mean_with_sample_weight', 'none', 'sum', 'sum_over_batch_size'],
  ],
  ['model.compile({ jitCompile: "|" })', ['auto']],
  ['model.fit([], [], { verbose: "|" })', ['auto']],
  ['layers.plotModel(model, { theme: "|" })', ['auto', 'dark', 'light']],
])('%s offers its values and no others', (code, names) => {
  expect(offered(code).sort()).toEqual(names);
});
