// What JavaScript calls. Everything else is reached through a program.
export { run, walk, work } from './program/run';
// Exported so that V8 keeps it a function of its own: see lib/tile.ts.
export { setScratch } from './program/scratch';
export { tile } from './lib/tile';
