/** How the tensors of a file found their weights. */
export interface LoadReport {
  /**
   * `name`: every tensor has the name of its weight, with or without its owners' names in front. `position`: the names differ, as those of a second model of the same make do
   * ("dense_2" for "dense"), but tensor by tensor, in the model's order, the last part of the name, shape and type are the same.
   * `structure`: by the layer's place in the model, as Keras's HDF5 files name them.
   */
  matchedBy: 'name' | 'position' | 'structure';
  /** Number of weights that were set. */
  count: number;
  /** With `partial`: the weights that kept their values, each with the reason. */
  kept?: string[];
  /** With `partial`: the tensors of the file that were not used. */
  unused?: string[];
}
