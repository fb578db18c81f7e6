import { type Hdf5Group, openHdf5 as openRoot } from './formats/hdf5/read/hdf5-file';
import { type FileInput, openSource } from './sources/open-source';

/** An HDF5 file that is open. */
export interface Hdf5File {
  /** Everything in it. */
  root: Hdf5Group;
  /** Lets go of the file. */
  close(): Promise<void>;
}

/**
 * Opens an HDF5 file, of Keras, h5py or any other program: groups, arrays and attributes, each read when it is asked for.
 *
 * Reads all format versions; arrays of numbers and text, packed with gzip, shuffle and fletcher32 or not at all. Links and arrays
 * that lie in other files are refused. Throws a {@link TenlabError} for what is no HDF5 file, and for one that is damaged.
 *
 * @example
 * const file = await openHdf5('digits.weights.h5');
 * const kernel = (await file.root.datasets()).get('layers/dense/vars/0')!;
 * kernel.shape; // [64, 10]
 * const { data } = await kernel.read();
 * await file.close();
 */
export async function openHdf5(input: FileInput): Promise<Hdf5File> {
  const source = await openSource('openHdf5', input);
  try {
    return { root: await openRoot(source), close: () => source.close() };
  } catch (error) {
    await source.close();
    throw error;
  }
}
