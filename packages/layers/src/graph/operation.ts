import { classNameOf } from '../registry/class-name';
import type { KerasTensor } from './keras-tensor';
import { autoName } from './naming';
import type { Node } from './node';
import type { Tree } from './tree';

/**
 * What a graph is made of: something with a name that was called on symbolic tensors. Layers are operations with state;
 * the few others compute masks. Keras: `keras.Operation`.
 */
export abstract class Operation {
  /** Keras's name of the class, which minifiers cannot change. */
  static readonly className: string = 'Operation';
  readonly name: string;
  /** The calls of this operation on symbolic tensors, in order. */
  declare readonly inboundNodes: Node[];

  constructor(name?: string | null) {
    this.name = name ?? autoName(classNameOf(this));
    Object.defineProperty(this, 'inboundNodes', { value: [] });
  }

  /** Calls the operation: on symbolic tensors it adds a node to the graph, on tensors it computes. */
  abstract apply(inputs: unknown, options?: Readonly<Record<string, unknown>>): unknown;

  /** The shapes and types of the outputs, without adding to the graph. */
  abstract computeOutputSpec(inputs: Tree<KerasTensor>, options: Readonly<Record<string, unknown>>): Tree<KerasTensor>;

  abstract getConfig(): Record<string, unknown>;
}
