import { join } from 'node:path';
import {
  exportTfjs,
  loadModel,
  loadWeights,
  type StoredArray,
  saveModel,
  saveTensors,
  saveWeights,
} from '@tenlab/checkpoint';
import type { Model } from '@tenlab/layers';

/** How a model gets into files of a folder, and back. */
export interface FormatSteps {
  write(model: Model, folder: string): Promise<unknown>;
  /** Given the model to fill, or none where the format makes it; gives the model. */
  read(folder: string, makeModel: () => Model): Promise<Model>;
}

const file = (name: string, whole: boolean): FormatSteps => ({
  write: (model, folder) => (whole ? saveModel : saveWeights)(model, join(folder, name)),
  async read(folder, makeModel) {
    if (whole) return loadModel(join(folder, name));
    const model = makeModel();
    await loadWeights(model, join(folder, name));
    return model;
  },
});

const steps = {
  keras: file('model.keras', true),
  'legacy-h5': file('model.h5', true),
  'weights-h5': file('model.weights.h5', false),
  safetensors: file('model.safetensors', false),
  'safetensors-model': file('model.safetensors', true),
  ckpt: file('weights.ckpt', false),
  tfjs: {
    write: exportTfjs,
    read: (folder) => loadModel(join(folder, 'model.json')),
  },
  npz: {
    async write(model, folder) {
      const arrays = model.weights.map(({ path, shape, value }): [string, StoredArray] => {
        return [path, { dtype: 'float32', shape, data: value.dataSync() as Float32Array }];
      });
      await saveTensors(new Map(arrays), join(folder, 'arrays.npz'));
    },
    async read(folder, makeModel) {
      const model = makeModel();
      await loadWeights(model, join(folder, 'arrays.npz'));
      return model;
    },
  },
} satisfies Record<string, FormatSteps>;

export type FileFormat = keyof typeof steps;

export const fileFormats = Object.keys(steps) as FileFormat[];

/** The steps of a format. */
export function stepsOf(format: FileFormat): FormatSteps {
  return steps[format];
}
