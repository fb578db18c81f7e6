import { inWords, TenlabError } from '@tenlab/core';
import { classNameOf } from '../../registry/class-name';
import { expectKnownOptions } from '../../registry/options';
import { Model } from '../model';
import { describeGraph } from './describe-graph';
import { boxSize, drawSVG, type PlotTheme } from './draw-svg';
import { layOut } from './lay-out';

export interface PlotModelOptions {
  /** Whether the shapes of inputs and outputs are written. Default true. */
  showShapes?: boolean;
  /** Whether the numbers of parameters are written. Default true. */
  showParams?: boolean;
  /** Whether the names of the layers are written, above their classes. Default true. */
  showLayerNames?: boolean;
  /** Whether the layers' data types are written. Default false. */
  showDtype?: boolean;
  /** Whether the activations are written. Default false. */
  showLayerActivations?: boolean;
  /** Whether it is written which layers are trained. Frozen ones have a dashed border in any case. Default false. */
  showTrainable?: boolean;
  /** Whether models inside are drawn as boxes around their layers. Default true. */
  expandNested?: boolean;
  /** From top to bottom or from left to right. Default `TB`. */
  rankdir?: 'TB' | 'LR';
  /** `auto` follows the reader's system. Default `auto`. */
  theme?: PlotTheme;
}

const OPTIONS = [
  ...['showShapes', 'showParams', 'showLayerNames', 'showDtype', 'showLayerActivations', 'showTrainable'],
  ...['expandNested', 'rankdir', 'theme'],
];

/**
 * A picture of a model as SVG text: a box for each layer with its name, class, shapes and parameters, arrows for what flows, and
 * models inside as boxes around theirs. It needs no program beside this one, and looks right on light and dark pages.
 *
 * Of a subclass with `call` only the layers are known, so they stand without arrows. Throws on what is no model. Keras:
 * `keras.utils.plot_model`, which asks Graphviz to draw.
 *
 * @example
 * const model = new Sequential([new Dense({ units: 8, inputShape: [4] }), new Dense({ units: 3 })]);
 * const svg = await plotModel(model, { rankdir: 'LR' }); // '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 …'
 * document.body.innerHTML = svg; // in a page; in Node: await writeFile('model.svg', svg)
 */
export async function plotModel(model: Model, options: PlotModelOptions = {}): Promise<string> {
  if (!(model instanceof Model)) throw wrong('plotModel', 'a model', model, 'Pass a Sequential or a Model.');
  const place = `${model.place}, plotModel`;
  expectKnownOptions(place, options, OPTIONS);
  const { showShapes = true, showParams = true, showLayerNames = true, expandNested = true } = options;
  const { showDtype = false, showLayerActivations = false, showTrainable = false } = options;
  const { rankdir = 'TB', theme = 'auto' } = options;
  if (!['TB', 'LR'].includes(rankdir))
    throw wrong(place, "`rankdir` must be 'TB' or 'LR'", rankdir, 'Leave it out for TB.');
  if (!['auto', 'light', 'dark'].includes(theme)) {
    throw wrong(place, "`theme` must be 'auto', 'light' or 'dark'", theme, 'Leave it out for auto.');
  }
  if (model.layers.length === 0) throw wrong(place, 'a model with layers', inWords('none'), 'Add layers first.');
  const graph = describeGraph(model, {
    ...{ showShapes, showParams, showLayerNames, expandNested },
    ...{ showDtype, showLayerActivations, showTrainable },
  });
  const layout = await layOut(graph, new Map(graph.boxes.map((box) => [box.id, boxSize(box)])), rankdir);
  return drawSVG(titleOf(model), graph, layout, theme);
}

function titleOf(model: Model): string {
  const kind = classNameOf(model) === 'Model' ? 'Functional' : classNameOf(model);
  const count = model.weights.reduce((sum, { size }) => sum + size, 0);
  return `${model.name} · ${kind} · ${count.toLocaleString('en-US')} parameters`;
}

function wrong(place: string, expected: string, received: unknown, remedy: string): TenlabError {
  return new TenlabError({ code: 'invalid-argument', place, expected, received, remedy });
}
