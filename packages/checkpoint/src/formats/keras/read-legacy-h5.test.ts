import * as tf from '@tensorflow/tfjs-core';
import { expect, it } from 'vitest';
import { loadModel } from '../../load-model';
import { describeWithFixtures, readFixture } from '../../testing/fixtures';
import { expectAsInKeras } from '../../testing/model-fixtures';

describeWithFixtures('readLegacyH5', () => {
  it.each(['iris_mlp', 'cnn_bn', 'two_input', 'nested', 'shared', 'deep_res'])(
    'restores %s, as Keras 3 and Keras 2 write it, and takes the same next step',
    async (name) => {
      for (const folder of [`models/${name}/keras3`, `models/${name}/tfkeras`]) {
        const before = tf.memory().numTensors;
        const model = await loadModel(readFixture(`${folder}/model.h5`));
        await expectAsInKeras(model, folder, { step: true });
        model.dispose();
        expect(tf.memory().numTensors).toBe(before);
      }
    },
  );

  it('restores the optimizers of TensorFlow up to 2.10, which kept their state kind by kind', async () => {
    const model = await loadModel(readFixture('models/iris_oldopt/tfkeras/model.h5'));
    await expectAsInKeras(model, 'models/iris_oldopt/tfkeras', { step: true });
    model.dispose();
  });

  it.each([
    ['h5_no_model_config.h5', 'with its configuration in the attribute `model_config`. Received: weights only.'],
    ['h5_model_config_int.h5', "text as attribute 'model_config'. Received: int64"],
    ['h5_weight_names_dangling.h5', /an array 'nowhere.*' in 'model_weights\/.*'/],
    ['h5_wrong_shape.h5', /has shape \[4,\d+\], in the file \[2,2\]/],
  ])('refuses %s', async (name, message) => {
    await expect(loadModel(readFixture(`damaged/${name}`))).rejects.toThrow(message);
  });
});
