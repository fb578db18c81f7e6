// How Keras writes the shapes that a layer was built for, and how a layer is built from them: `build_config` in a `.keras` file.
import { KerasTensor } from '../graph/keras-tensor';
import { withNameScope } from '../graph/name-scope';
import { mapShapes, type Shapes } from '../graph/shape';
import type { Tree } from '../graph/tree';
import { type Config, camelCase } from '../registry/config';
import { tensorDtype } from './dtype-policy';
import { buildByCalling } from './infer-output';
import type { Layer } from './layer';

/** The shapes as Keras writes them: one, or where a layer's `build` takes several a record by their names. */
export function buildConfigOf(
  { buildArguments }: typeof Layer,
  inputShape: Shapes,
  optionShapes: Readonly<Record<string, Shapes>>,
): Config {
  const [first, ...others] = buildArguments;
  const given = others.filter((name) => optionShapes[camelCase(name)] !== undefined);
  if (given.length === 0) return { input_shape: inputShape };
  const entries = given.map((name) => [`${name}_shape`, optionShapes[camelCase(name)]]);
  return { shapes_dict: { [`${first}_shape`]: inputShape, ...Object.fromEntries(entries) } };
}

/** Builds a layer from such a config; one without shapes leaves it to the first call. */
export function buildLayerFrom(layer: Layer, config: Config): void {
  if (config.input_shape) {
    const shapes = config.input_shape as Shapes;
    layer.build(shapes);
    const symbolic = mapShapes(shapes, (shape) => new KerasTensor(shape, tensorDtype(layer.dtype)));
    withNameScope(layer, () => buildByCalling(layer, symbolic as Tree<KerasTensor>));
    return;
  }
  const [first, ...others] = (layer.constructor as typeof Layer).buildArguments;
  const shapes = config.shapes_dict as Record<string, Shapes> | undefined;
  const inputShape = shapes?.[`${first}_shape`];
  if (!shapes || !inputShape) return;
  const given = others.filter((name) => shapes[`${name}_shape`]);
  const optionShapes = given.map((name) => [camelCase(name), shapes[`${name}_shape`] as Shapes]);
  layer.build(inputShape, Object.fromEntries(optionShapes));
}
