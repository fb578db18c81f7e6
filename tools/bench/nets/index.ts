import { alexnet } from './alexnet';
import { autompg } from './autompg';
import { cifarResnet18 } from './cifar-resnet18';
import { fashionDense } from './fashion-dense';
import { fc512 } from './fc512';
import { imdbPool } from './imdb-pool';
import { lenetDropout } from './lenet-dropout';
import { mnistCnn } from './mnist-cnn';
import type { Net } from './net';
import { stockGru, stockLstm } from './stock';

/** All nets of the bench, in the order of its tables. */
export const nets: readonly Net[] = [
  mnistCnn,
  fashionDense,
  fc512,
  lenetDropout,
  alexnet,
  imdbPool,
  autompg,
  stockLstm,
  stockGru,
  cifarResnet18,
];
