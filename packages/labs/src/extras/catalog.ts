import type { CatalogEntry } from '../labs/catalog';
import { about as alexnet } from './alexnet/about';
import { about as fc512 } from './fc512/about';
import { about as handwrittenNetwork } from './handwritten-network/about';
import { about as hello } from './hello/about';
import { about as imageAugmentation } from './image-augmentation/about';
import { about as lenetDropout } from './lenet-dropout/about';
import { about as optimizers } from './optimizers/about';
import { about as ownDataset } from './own-dataset/about';
import { about as regularisation } from './regularisation/about';
import { about as stocks } from './stocks/about';

/** What goes beyond the labs of the course, in no order that matters. */
export const extras: readonly CatalogEntry[] = [
  { about: hello, load: async () => (await import('./hello/lab')).lab },
  { about: handwrittenNetwork, load: async () => (await import('./handwritten-network/lab')).lab },
  { about: optimizers, load: async () => (await import('./optimizers/lab')).lab },
  { about: regularisation, load: async () => (await import('./regularisation/lab')).lab },
  { about: fc512, load: async () => (await import('./fc512/lab')).lab },
  { about: lenetDropout, load: async () => (await import('./lenet-dropout/lab')).lab },
  { about: imageAugmentation, load: async () => (await import('./image-augmentation/lab')).lab },
  { about: alexnet, load: async () => (await import('./alexnet/lab')).lab },
  { about: ownDataset, load: async () => (await import('./own-dataset/lab')).lab },
  { about: stocks, load: async () => (await import('./stocks/lab')).lab },
];
