// The kinds of model, and how they are read from configs.
import { registerClasses } from '../serialization/class-registry';
import { Model } from './model';
import { Sequential } from './sequential';

registerClasses(Model, Sequential, {
  className: 'Functional',
  fromConfig: (config: Record<string, unknown>) => Model.fromConfig(config),
});

export { type CloneModelOptions, cloneModel } from './clone-model';
export { Model, type ModelOptions } from './model';
export { compileFromConfig, type ModelFromJSONOptions, modelFromJSON } from './model-from-json';
export { type PlotModelOptions, plotModel } from './plot/plot-model';
export { Sequential, type SequentialOptions } from './sequential';
export type { SummaryOptions } from './summary';
