import { checkWhere } from './sources/check-where';
import type { ImageSetDefinition, ImageSetOptions } from './sources/image-set';
import { type ImageSet, loadImageSet } from './sources/load-image-set';

/** @internal */
export const fashionMnistDefinition = {
  name: 'fashion-mnist',
  size: [28, 28],
  classNames: [
    'T-shirt/top',
    'Trouser',
    'Pullover',
    'Dress',
    'Coat',
    'Sandal',
    'Shirt',
    'Sneaker',
    'Bag',
    'Ankle boot',
  ],
  licence: 'MIT',
  publisher: 'Zalando SE, https://github.com/zalandoresearch/fashion-mnist',
  idx: {
    trainImages: {
      name: 'train-images-idx3-ubyte',
      size: 47_040_016,
      sha256: 'c59f468a2f672dc815687fe0f83887768d799fd8a3f3276145d20f83aa44d888',
    },
    trainLabels: {
      name: 'train-labels-idx1-ubyte',
      size: 60_008,
      sha256: 'bad3541b69d912435c50bb6ba87bec294ff4f6a2e1246121d8633921760443d9',
    },
    testImages: {
      name: 't10k-images-idx3-ubyte',
      size: 7_840_016,
      sha256: '5b4141f0afbad91edebe8549f8fcffe087ea10ca49f1dbef5c9a5cd8815ce37b',
    },
    testLabels: {
      name: 't10k-labels-idx1-ubyte',
      size: 10_008,
      sha256: '0402a96d92fd2663957122ceb108a494c5af83dab82d92729df917d7dec38c34',
    },
  },
  gzipped: {
    folder: 'fashion-mnist',
    mirrors: [
      'https://storage.googleapis.com/tensorflow/tf-keras-datasets/',
      'http://fashion-mnist.s3-website.eu-central-1.amazonaws.com/',
    ],
  },
  system: { folder: '/usr/share/datasets/fashion-mnist', package: 'Debian dataset-fashion-mnist' },
  sample: {
    folder: 'fashion-mnist',
    idx: {
      trainImages: {
        name: 'train-images-idx3-ubyte',
        size: 9_408_016,
        sha256: 'ded9297f1d7b567047797bb831eb9cfd84010a483a4075cb9fc0465219002cb7',
      },
      trainLabels: {
        name: 'train-labels-idx1-ubyte',
        size: 12_008,
        sha256: '11a34fec6f816dbe22c806d6de7e130fa048759622a0e6f6da8feb272e09ee1d',
      },
      testImages: {
        name: 't10k-images-idx3-ubyte',
        size: 1_568_016,
        sha256: '15a92dd1e9b16ea361928086e77df4dfa890c255c00b5a8c8162c1040ce8eef1',
      },
      testLabels: {
        name: 't10k-labels-idx1-ubyte',
        size: 2_008,
        sha256: '234596aeb6eb48133ec99a62541f90bc0728c9559a681f1e0638037462458f2c',
      },
    },
  },
} as const satisfies ImageSetDefinition;

/** Where to look for Fashion-MNIST. */
export type FashionMnistOptions = ImageSetOptions;

/**
 * Fashion-MNIST: 60,000 + 10,000 pictures of clothes, grey, 28 x 28, in ten classes; harder than digits.
 *
 * Looks in this order, and `source` says where it was: `~/.keras/datasets/fashion-mnist` (`$KERAS_HOME` is respected), where Python
 * Keras keeps it too; `/usr/share/datasets/fashion-mnist`, where Debian's `dataset-fashion-mnist` puts it; the npm package
 * `@tenlab/sample-data`, which has 12,000 + 2,000 of the pictures, evenly many of each class; a download into Keras's folder, with
 * SHA-256. `full: true` passes over the part, `bundled: true` takes it whatever else is there. With `folder` only that folder is used;
 * with `baseUrl`, as in a browser, a copy of the folder `data` of `@tenlab/sample-data` is read from there.
 *
 * `x` is uint8 of shape [count, 28, 28, 1], `y` uint8 of shape [count]. Throws a {@link TenlabError} for a damaged file, naming it,
 * and where the data are not found and cannot be fetched.
 *
 * @example
 * const { train, test, classNames } = await fashionMnist();
 * classNames[train.y.data[0]!]; // 'Ankle boot'
 *
 * Source: H. Xiao, K. Rasul, R. Vollgraf (2017), https://github.com/zalandoresearch/fashion-mnist; Keras:
 * `keras.datasets.fashion_mnist`.
 */
export async function fashionMnist(options: FashionMnistOptions = {}): Promise<ImageSet<'fashion-mnist'>> {
  checkWhere(options, ['full', 'bundled'], 'fashionMnist');
  return loadImageSet(fashionMnistDefinition, options);
}
