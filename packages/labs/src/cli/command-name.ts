/**
 * How the reader starts tenlab: npx, which comes with Node, finds the workspace's own command in a clone, and this package elsewhere.
 */
export const commandName = 'npx tenlab';
