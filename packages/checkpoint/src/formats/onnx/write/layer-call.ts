import { TenlabError } from '@tenlab/core';
import type { Layer } from '@tenlab/layers';
import type { StoredArray } from '../../stored-array';
import type { OnnxGraph } from './onnx-graph';

type Shape = readonly (number | null)[];

/** One call of a layer, as what writes it wants it. */
export interface LayerCall {
  layer: Layer;
  /** Keras's config of the layer. */
  config: Readonly<Record<string, unknown>>;
  graph: OnnxGraph;
  /** The names of the values that go in. */
  inputs: readonly string[];
  /** Their shapes, the batch first; null for a length that differs from call to call. */
  inputShapes: readonly Shape[];
  outputShape: Shape;
  /** Whether steps of the inputs are masked. */
  masked: boolean;
  /** The layer's own weight of a name; undefined where it has none. */
  weight(name: string): StoredArray & { dtype: 'float32' };
  /** The call of a layer within this one, on the same inputs. */
  within(layer: Layer): LayerCall;
}

/** Writes a call into the graph, and gives the names of what comes out. */
export type LayerWriter = (call: LayerCall) => string | string[];

/** The error for something ONNX does not have, or that is not written yet. */
export function notInOnnx({ layer }: Pick<LayerCall, 'layer'>, expected: string, received: unknown, remedy: string) {
  return new TenlabError({
    code: 'unsupported-layer',
    place: `encodeOnnx, ${layer.place}`,
    expected,
    received,
    remedy,
  });
}
