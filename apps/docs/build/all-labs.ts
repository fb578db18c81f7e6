import { type CatalogEntry, catalog, extras } from '@tenlab/labs';

/** Everything that has a page of its own and runs in it: the labs of the course, then what goes beyond it. */
export const allLabs: readonly CatalogEntry[] = [...catalog, ...extras];
