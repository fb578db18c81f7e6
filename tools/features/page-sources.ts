import { fileURLToPath } from 'node:url';
import * as callbacks from '@tenlab/callbacks';
import * as checkpoint from '@tenlab/checkpoint';
import * as core from '@tenlab/core';
import * as datasets from '@tenlab/datasets';
import * as layers from '@tenlab/layers';
import type { PageSources } from './features-page';
import { goldenNames } from './golden-names';
import keras from './keras-names.json';

/** What the page of this workspace is made from; a backend must be in use, for some classes make variables. */
export function pageSources(): PageSources {
  return {
    kerasVersion: keras.keras,
    names: keras.names,
    packages: Object.entries({ layers, callbacks, checkpoint, datasets, core }).map(([name, exports]) => ({
      name: `@tenlab/${name}`,
      exports,
    })),
    golden: goldenNames(fileURLToPath(new URL('../../packages/layers/src', import.meta.url))),
  };
}

/** Where the page lies. */
export const pagePath = fileURLToPath(new URL('../../FEATURES.md', import.meta.url));
