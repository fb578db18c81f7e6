import { classNameOf, Layer, Model, MultiHeadAttention, snakeCase, type Weight } from '@tenlab/layers';

/** Whose rules name the groups: Keras 3's, or those of Keras 2 (tf-keras). */
export type Flavour = 'keras3' | 'tfkeras';

/** The weights of one layer itself, and the group of a `.weights.h5` that holds them. */
export interface StateGroup {
  /** The path of the layer's group; empty for the model. Its arrays lie in `vars` below it, numbered. */
  path: string;
  layer: Layer;
  weights: readonly Weight[];
}

/**
 * The groups of a model's `.weights.h5`, in the order Keras writes them.
 *
 * A group is named by the attribute that holds the layer, or within a list by the layer's class and a number, never by the
 * layer's own name. What is held twice is written once, where it is met first; so the order of attributes matters, and Keras 2
 * took them from the last to the first.
 */
export function stateGroups(model: Model, flavour: Flavour = 'keras3'): StateGroup[] {
  const groups: StateGroup[] = [];
  const visited = new Set<Layer>();
  const visit = (layer: Layer, path: string): void => {
    if (visited.has(layer)) return;
    visited.add(layer);
    groups.push({ path, layer, weights: layer.ownWeights });
    for (const [name, value] of attributesOf(layer, flavour)) {
      const below = path === '' ? name : `${path}/${name}`;
      if (value instanceof Layer) visit(value, below);
      else visitList(value, below);
    }
  };
  const visitList = (list: readonly unknown[], path: string): void => {
    const used = new Map<string, number>();
    const unique = (name: string) => {
      const count = used.get(name) ?? 0;
      used.set(name, count + 1);
      return count === 0 ? `${path}/${name}` : `${path}/${name}_${count}`;
    };
    for (const item of list) {
      if (item instanceof Layer) {
        // Keras 2 does not count what it has written before.
        if (flavour === 'tfkeras' && visited.has(item)) continue;
        visit(item, unique(snakeCase(pythonClassOf(item))));
      } else if (Array.isArray(item) && flavour === 'keras3') {
        visitList(item, unique('container'));
      }
    }
  };
  visit(model, '');
  return groups;
}

/** The name of the Python class that a layer stands for. */
function pythonClassOf(layer: Layer): string {
  return layer instanceof Model && layer.serializedAs ? layer.serializedAs.className : classNameOf(layer);
}

type Attribute = [name: string, value: Layer | readonly unknown[]];

/** A layer's attributes with layers in them, by their Python names, in the order they are taken. */
function attributesOf(layer: Layer, flavour: Flavour): Attribute[] {
  const own: Attribute[] = Object.entries(layer).flatMap(([name, value]) => {
    const held = layersIn(value);
    const own = layer instanceof Model && name === 'stack';
    return held === undefined || own ? [] : [[attributeName(name, layer, flavour), held]];
  });
  const layers: Attribute[] = layer instanceof Model ? [['layers', layer.layers]] : [];
  const inOrder = [...own].sort(([a], [b]) => (a < b ? -1 : 1));
  if (flavour === 'tfkeras') return [...inOrder, ...layers].sort(([a], [b]) => (a < b ? 1 : -1));
  const isGraph = layer instanceof Model && layer.graph !== null;
  return isGraph ? [...layers, ...inOrder] : [...inOrder, ...layers].sort(([a], [b]) => (a < b ? -1 : 1));
}

/** Keras 2 keeps the layers of its attention in attributes of its own, which begin with an underscore. */
function attributeName(name: string, layer: Layer, flavour: Flavour): string {
  const isPrivate = flavour === 'tfkeras' && layer instanceof MultiHeadAttention;
  return `${isPrivate ? '_' : ''}${snakeCase(name)}`;
}

function layersIn(value: unknown): Layer | readonly unknown[] | undefined {
  if (value instanceof Layer) return value;
  if (typeof value !== 'object' || value === null) return undefined;
  const items = Array.isArray(value) ? value : value instanceof Map ? [...value.values()] : plainValues(value);
  return items.some(holdsLayer) ? items : undefined;
}

function plainValues(value: object): unknown[] {
  return Object.getPrototypeOf(value) === Object.prototype ? Object.values(value) : [];
}

function holdsLayer(item: unknown): boolean {
  return item instanceof Layer || (Array.isArray(item) && item.some(holdsLayer));
}
