import { environmentVariable, nodeModule } from '../platform/node-modules';

/** Where Keras keeps its data sets, and so do we: `$KERAS_HOME/datasets`, or `~/.keras/datasets`. */
export function kerasFolder(): string {
  const { join } = nodeModule('path');
  return join(environmentVariable('KERAS_HOME') ?? join(nodeModule('os').homedir(), '.keras'), 'datasets');
}

/** A path for people: the home folder is `~`. */
export function shortPath(path: string): string {
  const { relative, isAbsolute, sep, resolve } = nodeModule('path');
  const full = resolve(path);
  const inside = relative(nodeModule('os').homedir(), full);
  return inside.startsWith('..') || isAbsolute(inside) ? full : `~${sep}${inside}`;
}
