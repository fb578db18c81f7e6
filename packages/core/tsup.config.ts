import { library } from '../../tools/build/library';

export default library({
  entry: ['src/index.ts', 'src/node.ts'],
  // `import.meta.url` in the CommonJS build too: the native packages are looked for beside this one.
  shims: true,
});
