import type { CatalogEntry } from '../labs/catalog';
import { about as hello } from './hello/about';

/** What goes beyond the labs of the course, in no order that matters. */
export const extras: readonly CatalogEntry[] = [{ about: hello, load: async () => (await import('./hello/lab')).lab }];
