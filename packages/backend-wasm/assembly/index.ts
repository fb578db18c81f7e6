// What JavaScript calls. Everything else is reached through a program.
export { run, walk, work } from './program/run';
export { setScratch } from './program/scratch';
// Exported so that V8 keeps them functions of their own: see lib/tile.ts.
export { tile } from './lib/tile';
export { tileThrough } from './lib/tile-through';
// What functions generated for an expression call: see src/program/generate.
export { elu, exp, sigmoid, softplus, tanh } from './lib/exp';
export { log } from './lib/log';
export { powers } from './lib/power';
