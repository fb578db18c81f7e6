/** The oldest Node.js this workspace runs on, as `engines` in package.json says. */
export const oldestNode = '20.19.0';

/**
 * Says in three parts what is wrong with a Node.js version, or nothing where it will do.
 * Written in the JavaScript of long ago: it has to run where nothing else here does.
 *
 * @param {string} version such as `20.19.0`
 * @returns {string | undefined}
 */
export function nodeProblem(version) {
  const found = version.split('.').map(Number);
  const needed = oldestNode.split('.').map(Number);
  const place = needed.findIndex((number, i) => number !== found[i]);
  if (place === -1 || Number(found[place]) > Number(needed[place])) return undefined;
  return (
    `tenlab needs Node.js ${oldestNode} or newer. Received: Node.js ${version} (${process.execPath}). ` +
    'Install a newer one from https://nodejs.org, then run the same command again.'
  );
}
