/** How people start tenlab: npx finds it where it is installed, in a clone of the workspace as well. */
export const commandName = 'npx tenlab';
