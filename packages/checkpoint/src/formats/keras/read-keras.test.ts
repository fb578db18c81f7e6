import { Layer, type Shape, type Weight } from '@tenlab/layers';
import * as tf from '@tensorflow/tfjs-core';
import { zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { loadModel } from '../../load-model';
import { bytesSource } from '../../sources/byte-source';
import { describeWithFixtures, listFixtures, readFixture } from '../../testing/fixtures';
import { expectAsInKeras } from '../../testing/model-fixtures';
import { readKeras } from './read-keras';

describeWithFixtures('readKeras', () => {
  it.each(['iris_mlp', 'cnn_bn', 'two_input', 'nested', 'shared', 'deep_res'])(
    'restores %s, as Keras 3 and Keras 2 write it, and takes the same next step',
    async (name) => {
      for (const folder of [`models/${name}/keras3`, `models/${name}/tfkeras`]) {
        const before = tf.memory().numTensors;
        const model = await readKeras(bytesSource(readFixture(`${folder}/model.keras`), folder));
        await expectAsInKeras(model, folder, { step: true });
        model.dispose();
        expect(tf.memory().numTensors).toBe(before);
      }
    },
  );

  it('restores recurrent layers, of which Keras 2 takes the step that we take', async () => {
    const model = await readKeras(bytesSource(readFixture('models/text_lstm/tfkeras/model.keras'), 'a'));
    await expectAsInKeras(model, 'models/text_lstm/tfkeras', { step: true });
    model.dispose();
  });

  it.each([
    ...['attention', 'normalization', 'string_lookup', 'text_vectorization', 'variable_length', 'mixed_float16'],
    ...['dtype_float16', 'dtype_bfloat16', 'dtype_float64'],
  ])('reads %s', async (name) => {
    const model = await readKeras(bytesSource(readFixture(`extra/${name}/model.keras`), name));
    await expectAsInKeras(model, `extra/${name}`);
    model.dispose();
  });

  it.each(listFixtures('extra/variants', /\.keras$/))('reads %s, the same in another dress', async (name) => {
    const model = await readKeras(bytesSource(readFixture(`extra/variants/${name}`), name));
    await expectAsInKeras(model, 'extra/variants', { step: true });
    model.dispose();
  });

  it('needs the classes that are not ours, and says which', async () => {
    class Scale extends Layer {
      static override readonly className = 'Scale';
      readonly factor: number;
      declare alpha: Weight;
      constructor({ factor = 2, ...options }: { factor?: number } = {}) {
        super(options);
        this.factor = factor;
      }
      override build(inputShape: Shape): void {
        this.alpha = this.addWeight({ name: 'alpha', shape: [inputShape.at(-1)!] });
      }
      override call(inputs: tf.Tensor): tf.Tensor {
        return tf.mul(tf.mul(inputs, this.alpha.read()), this.factor);
      }
      override computeOutputShape(inputShape: Shape): Shape {
        return inputShape;
      }
    }
    const bytes = readFixture('extra/custom_layer/model.keras');
    await expect(readKeras(bytesSource(bytes, 'a.keras'))).rejects.toThrow(
      "a.keras: the class must be one that is known. Received: 'Scale'.",
    );
    const model = await readKeras(bytesSource(bytes, 'a.keras'), { customObjects: { Scale } });
    await expectAsInKeras(model, 'extra/custom_layer');
    model.dispose();
  });

  it('leaves the model uncompiled where that is asked for', async () => {
    const model = await readKeras(bytesSource(readFixture('models/iris_mlp/keras3/model.keras'), 'a'), {
      compile: false,
    });
    expect(model.compiled).toBe(false);
    model.dispose();
  });

  it('refuses a model far larger than the weights before it makes any of it', async () => {
    const bytes = readFixture('damaged/keras_units_1e12.keras');
    const before = tf.memory().numTensors;
    await expect(readKeras(bytesSource(bytes, 'a.keras'))).rejects.toMatchObject({ code: 'out-of-memory' });
    expect(tf.memory().numTensors).toBe(before);
  });

  it.each([
    ['keras_lambda.keras', "a.keras, Lambda 'lambda': `function` must be a function"],
    ['keras_evil_module.keras', "a.keras: the class must be one that is known. Received: 'system'"],
    ['keras_config_deep.keras', 'a configuration of at most 500 levels'],
    ['keras_no_weights.keras', "a.keras: an entry 'model.weights.h5'. Received: 'metadata.json', 'config.json'"],
    [
      'keras_units_off_by_one.keras',
      "Dense 'dense_1': axis -1 of the input must have length 23. Received: shape (None, 24)",
    ],
  ])('refuses %s', async (name, message) => {
    await expect(readKeras(bytesSource(readFixture(`damaged/${name}`), 'a.keras'))).rejects.toThrow(message);
  });
});

describe('readKeras on archives that are none of Keras', () => {
  it('tells what is in them', async () => {
    const bytes = zipSync({ 'a.txt': new Uint8Array(1) });
    await expect(loadModel(bytes)).rejects.toThrow("loadModel: an entry 'config.json'. Received: 'a.txt'.");
  });
});
