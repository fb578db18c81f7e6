import { useBackend } from '@tenlab/core';
import * as tf from '@tensorflow/tfjs-core';
import { beforeEach, describe, expect, test } from 'vitest';
import {
  Bidirectional,
  type CallOptions,
  clearSession,
  Dense,
  Input,
  type KerasTensor,
  LSTM,
  Model,
  Sequential,
} from '../../index';
import { describeGraph, type PlotDetails } from './describe-graph';

beforeEach(async () => {
  await useBackend('cpu');
  clearSession();
});

const details: PlotDetails = {
  showShapes: true,
  showDtype: false,
  showParams: true,
  showLayerNames: true,
  showLayerActivations: false,
  showTrainable: false,
  expandNested: true,
};

const arrows = (model: Model, changes: Partial<PlotDetails> = {}) =>
  describeGraph(model, { ...details, ...changes }).arrows.map(({ from, to }) => `${from} > ${to}`);

/** Two inputs into an inner model with two outputs, of which one goes on. */
function nested(): Model {
  const [a, b] = [Input({ shape: [2], name: 'a' }), Input({ shape: [2], name: 'b' })];
  const tower = new Dense({ units: 3, name: 'tower' });
  const inner = new Model({ inputs: [a, b], outputs: [tower.apply(a), tower.apply(b)], name: 'inner' });
  const [x, y] = [Input({ shape: [2], name: 'x' }), Input({ shape: [2], name: 'y' })];
  const [left, right] = inner.apply<KerasTensor[]>([x, y]) as [KerasTensor, KerasTensor];
  const out = [new Dense({ units: 1, name: 'one' }).apply(left), new Dense({ units: 1, name: 'two' }).apply(right)];
  return new Model({ inputs: [x, y], outputs: out, name: 'outer' });
}

describe('describeGraph', () => {
  test('writes names, classes, shapes and parameters', () => {
    const model = new Sequential([
      new Bidirectional({ layer: new LSTM({ units: 4 }), inputShape: [5, 3] }),
      new Dense({ units: 1, activation: 'sigmoid' }),
    ]);
    const lines = (changes: Partial<PlotDetails>) =>
      describeGraph(model, { ...details, ...changes }).boxes.map((box) => box.lines);
    expect(lines({})).toEqual([
      ['input_layer', 'InputLayer', '(None, 5, 3)'],
      ['bidirectional', 'Bidirectional(LSTM)', '(None, 5, 3) → (None, 8)', '256 parameters'],
      ['dense', 'Dense', '(None, 8) → (None, 1)', '9 parameters'],
    ]);
    model.getLayer('dense').trainable = false;
    const other = { showShapes: false, showLayerNames: false, showParams: false, showDtype: true };
    expect(lines({ ...other, showLayerActivations: true, showTrainable: true })).toEqual([
      ['InputLayer', 'float32'],
      ['Bidirectional(LSTM)', 'float32 · trained'],
      ['Dense · sigmoid', 'float32 · frozen'],
    ]);
  });

  test('tells what is an input, trained, frozen, and without weights', () => {
    const model = nested();
    model.getLayer('one').trainable = false;
    const kinds = describeGraph(model, { ...details, expandNested: false }).boxes.map(({ id, kind }) => [id, kind]);
    expect(Object.fromEntries(kinds)).toEqual({
      x: 'input',
      y: 'input',
      inner: 'trained',
      one: 'frozen',
      two: 'trained',
    });
  });

  test('leads arrows into and out of models that lie open', () => {
    const { boxes } = describeGraph(nested(), details);
    expect(boxes.filter(({ parent }) => parent === 'inner').map(({ id }) => id)).toEqual([
      'inner/a',
      'inner/b',
      'inner/tower',
    ]);
    expect(boxes.find(({ id }) => id === 'inner')?.isModel).toBe(true);
    expect(arrows(nested()).sort()).toEqual([
      'inner/a > inner/tower',
      'inner/b > inner/tower',
      'inner/tower > one',
      'inner/tower > two',
      'x > inner/a',
      'y > inner/b',
    ]);
    expect(arrows(nested(), { expandNested: false }).sort()).toEqual([
      'inner > one',
      'inner > two',
      'x > inner',
      'y > inner',
    ]);
  });

  test('draws one arrow for a layer called twice on one tensor, and goes through models in models', () => {
    const one = new Sequential([new Dense({ units: 2, inputShape: [2], name: 'd' })], { name: 'one' });
    const x = Input({ shape: [2], name: 'x' });
    const two = new Model({ inputs: x, outputs: one.apply(x), name: 'two' });
    const y = Input({ shape: [2], name: 'y' });
    const model = new Model({ inputs: y, outputs: [two.apply(y), two.apply(y)] });
    expect(arrows(model)).toEqual(['two/one/input_layer > two/one/d', 'two/x > two/one/input_layer', 'y > two/x']);
  });

  test('knows only the layers of a subclass, and the order of a stack that is not built', () => {
    class Own extends Model {
      static override readonly className: string = 'Own';
      readonly first = new Dense({ units: 2, name: 'first' });
      readonly second = new Dense({ units: 2, name: 'second' });
      override call(inputs: tf.Tensor, _: CallOptions): tf.Tensor {
        return this.first.apply(inputs);
      }
    }
    const own = new Own();
    own.apply(tf.zeros([1, 3]));
    const plot = describeGraph(own, details);
    expect(plot.arrows).toEqual([{ from: 'first', to: 'second', hidden: true }]);
    expect(plot.boxes.map(({ lines }) => lines.slice(2))).toEqual([['(1, 3)', '8 parameters'], ['not built']]);
    const stack = new Sequential([new Dense({ units: 2, name: 'a' }), new Dense({ units: 2, name: 'b' })]);
    expect(describeGraph(stack, details).arrows).toEqual([{ from: 'a', to: 'b', hidden: false }]);
  });
});
