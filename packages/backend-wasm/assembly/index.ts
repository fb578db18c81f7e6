// What JavaScript calls. Everything else is reached through a program.
export { run, walk, work } from './program/run';
export { setScratch } from './program/scratch';
// Exported so that V8 keeps them functions of their own: see lib/tile.ts.
export { tile } from './lib/tile';
export { tileThrough } from './lib/tile-through';
