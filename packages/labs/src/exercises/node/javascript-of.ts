import { transform } from 'sucrase';

/**
 * Turns a learner's TypeScript into JavaScript, line for line, and points its imports of our packages at the copies that this
 * command itself uses: two copies would not know each other's tensors, and an exercise lies where nothing may be installed.
 *
 * @example
 * javascriptOf("import { Dense } from '@tenlab/layers';", () => 'file:///layers.js'); // "import { Dense } from 'file:///layers.js';"
 */
export function javascriptOf(typescript: string, resolve: (name: string) => string): string {
  const { code } = transform(typescript, {
    transforms: ['typescript'],
    disableESTransforms: true,
    keepUnusedImports: true,
  });
  return code.replace(
    /(\bfrom\s*|\bimport\s*\(?\s*)(['"])(@tenlab\/[\w/-]+|@tensorflow\/tfjs-core)\2/g,
    (_, before: string, quote: string, name: string) => `${before}${quote}${resolve(name)}${quote}`,
  );
}
