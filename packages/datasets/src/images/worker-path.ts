import { nodeModule } from '../platform/node-modules';

/** Where the built program of the image threads lies: beside this one, or, seen from the sources, in `dist`. */
export function imageWorkerPath(): string {
  const { dirname, join } = nodeModule('path');
  // In the CommonJS build there is no import.meta.
  const self = typeof __filename === 'string' ? __filename : nodeModule('url').fileURLToPath(import.meta.url);
  const folder = dirname(self);
  return self.endsWith('.ts') ? join(folder, '..', '..', 'dist', 'image-worker.js') : join(folder, 'image-worker.js');
}
