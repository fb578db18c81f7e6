import { writeFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import ts from 'typescript';

/**
 * Compiles a program of a user who imports everything, with `strict` and every declaration checked (`skipLibCheck` false), and tells what
 * TypeScript says of our declarations and of that program. What it says of the packages below ours, TF.js's among them, is theirs.
 *
 * @param specifiers the entries to import, as in `@tenlab/layers`
 * @returns one line for each problem
 */
export function checkDeclarations(project: string, specifiers: readonly string[]): string[] {
  const program = join(project, 'consumer.mts');
  const imports = specifiers.map((specifier, i) => `import * as entry${i} from '${specifier}';`);
  const uses = specifiers.map((_, i) => `entry${i}`).join(', ');
  writeFileSync(program, `${imports.join('\n')}\nexport default [${uses}];\n`);
  const compilation = ts.createProgram([program], {
    strict: true,
    skipLibCheck: false,
    noUncheckedIndexedAccess: true,
    exactOptionalPropertyTypes: true,
    target: ts.ScriptTarget.ES2022,
    lib: ['lib.es2023.d.ts', 'lib.dom.d.ts', 'lib.dom.iterable.d.ts'],
    module: ts.ModuleKind.NodeNext,
    moduleResolution: ts.ModuleResolutionKind.NodeNext,
    types: [],
    noEmit: true,
  });
  const isOurs = (file: string) => file.includes('/@tenlab/') || file === program.split(sep).join('/');
  return ts.getPreEmitDiagnostics(compilation).flatMap(({ file, start = 0, messageText }) => {
    if (file && !isOurs(file.fileName)) return [];
    const place = file ? `${file.fileName}:${file.getLineAndCharacterOfPosition(start).line + 1}: ` : '';
    return [`${place}${ts.flattenDiagnosticMessageText(messageText, '\n')}`];
  });
}
