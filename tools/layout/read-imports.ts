import ts from 'typescript';

export interface Import {
  /** What stands between the quotes. */
  readonly from: string;
  readonly kind: 'static' | 'dynamic' | 'type' | 'export *';
}

/** Finds every import and re-export of a TypeScript file; those of comments and strings are none. */
export function readImports(path: string, text: string): Import[] {
  const file = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, false);
  const imports: Import[] = [];
  const visit = (node: ts.Node) => {
    if (ts.isImportDeclaration(node)) {
      const typeOnly = node.importClause?.phaseModifier === ts.SyntaxKind.TypeKeyword;
      imports.push({ from: quoted(node.moduleSpecifier), kind: typeOnly ? 'type' : 'static' });
    } else if (ts.isExportDeclaration(node) && node.moduleSpecifier) {
      const everything = node.exportClause === undefined;
      const kind = everything ? 'export *' : node.isTypeOnly ? 'type' : 'static';
      imports.push({ from: quoted(node.moduleSpecifier), kind });
    } else if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) {
      const [specifier] = node.arguments;
      if (specifier && ts.isStringLiteralLike(specifier)) imports.push({ from: specifier.text, kind: 'dynamic' });
    } else if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)) {
      imports.push({ from: quoted(node.argument.literal), kind: 'type' });
    }
    ts.forEachChild(node, visit);
  };
  visit(file);
  return imports;
}

/** Whether a file declares types only, so that nothing is left of it at run time and nothing can be tested. */
export function isTypesOnly(path: string, text: string): boolean {
  const file = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, false);
  return file.statements.every(
    (node) =>
      ts.isInterfaceDeclaration(node) ||
      ts.isTypeAliasDeclaration(node) ||
      (ts.isImportDeclaration(node) && node.importClause?.phaseModifier === ts.SyntaxKind.TypeKeyword) ||
      (ts.isExportDeclaration(node) && (node.isTypeOnly || everyNameIsAType(node))) ||
      (ts.canHaveModifiers(node) && ts.getModifiers(node)?.some((m) => m.kind === ts.SyntaxKind.DeclareKeyword)),
  );
}

function everyNameIsAType(node: ts.ExportDeclaration): boolean {
  const { exportClause } = node;
  return (
    exportClause !== undefined && ts.isNamedExports(exportClause) && exportClause.elements.every((e) => e.isTypeOnly)
  );
}

function quoted(node: ts.Node): string {
  return ts.isStringLiteralLike(node) ? node.text : '';
}
