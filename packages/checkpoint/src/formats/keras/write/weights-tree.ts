import { type Model, type Optimizer, optimizers } from '@tenlab/layers';
import type { GroupToWrite } from '../../hdf5/write/plan-hdf5';
import { stateGroups } from '../state-groups';
import { datasetOfVariable, datasetOfWeight, fileDtype } from './dataset-of-weight';
import { GroupBuilder } from './group-builder';

/** The groups of a `.weights.h5` of Keras 3: those of all layers, and of the optimizer where the model is compiled. */
export function weightsTree(model: Model): GroupToWrite {
  const builder = new GroupBuilder();
  for (const { path, layer, weights } of stateGroups(model)) {
    const vars = `${path}/vars`;
    builder.group(vars).attributes.set('name', layer.name);
    for (const [index, weight] of weights.entries()) {
      builder.add(`${vars}/${index}`, datasetOfWeight(weight, fileDtype(weight, layer)));
    }
  }
  if (model.compiled) {
    addOptimizer(builder, 'optimizer', model.optimizer);
  }
  return builder.root;
}

function addOptimizer(builder: GroupBuilder, path: string, optimizer: Optimizer): void {
  const { name, variables } = optimizer;
  builder.group(`${path}/vars`).attributes.set('name', name);
  for (const [index, variable] of variables.entries()) {
    builder.add(`${path}/vars/${index}`, datasetOfVariable(variable));
  }
  // Keras writes what an optimizer within another has in both places, and looks for it in both.
  if (optimizer instanceof optimizers.LossScaleOptimizer) {
    addOptimizer(builder, `${path}/inner_optimizer`, optimizer.innerOptimizer);
  }
}
