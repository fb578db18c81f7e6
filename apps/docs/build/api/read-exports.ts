import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import ts from 'typescript';
import { type DocComment, readDocComment } from './doc-comment';

/** Something that a package exports. */
export interface ApiEntry {
  /** With its namespace: `metrics.AUC`. */
  name: string;
  kind: 'class' | 'function' | 'constant' | 'type';
  /** Its declaration without what is inside: TypeScript, to be read. */
  signature: string;
  doc: DocComment;
  /** Public members of a class that have a doc comment. */
  members: { name: string; signature: string; doc: DocComment }[];
  /** Where it is declared, from the package's `src`. */
  file: string;
}

/**
 * Everything that a module exports, with its doc comments, found by reading the sources alone: types are not checked, which takes a second
 * where a compiler takes a minute.
 */
export function readExports(sourceFolder: string, entry: string): ApiEntry[] {
  const sources = new Map<string, ts.SourceFile>();
  const parse = (file: string): ts.SourceFile => {
    const known = sources.get(file);
    if (known !== undefined) return known;
    const source = ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest, true);
    sources.set(file, source);
    return source;
  };

  /** The declarations of a name in a module, wherever it comes from. */
  const find = (file: string, name: string): { node: ts.Statement; file: string } | undefined => {
    const source = parse(file);
    const declared = source.statements.find((statement) => declaredNames(statement).includes(name));
    if (declared !== undefined) return { node: declared, file };
    for (const statement of source.statements) {
      const bindings = bindingsOf(statement).filter(({ exported }) => exported === name);
      for (const { own, from } of bindings) {
        const target = from && resolve(file, from);
        const found = target ? find(target, own) : undefined;
        if (found !== undefined) return found;
      }
    }
    return undefined;
  };

  const list = (file: string, prefix: string): ApiEntry[] =>
    parse(file).statements.flatMap((statement) => {
      const namespace = namespaceOf(statement);
      if (namespace !== undefined) {
        const target = resolve(file, namespace.from);
        return target === undefined ? [] : list(target, `${prefix}${namespace.name}.`);
      }
      if (ts.isExportDeclaration(statement)) {
        return bindingsOf(statement).flatMap(({ exported }) => {
          const found = find(file, exported);
          return found === undefined ? [] : entryOf(`${prefix}${exported}`, found, sourceFolder);
        });
      }
      if (!isExported(statement)) return [];
      return declaredNames(statement).flatMap((name) =>
        entryOf(`${prefix}${name}`, { node: statement, file }, sourceFolder),
      );
    });
  const all = list(join(sourceFolder, entry), '');
  // Overloads are several statements of one name.
  return all.filter((one, index) => all.findIndex(({ name }) => name === one.name) === index);
}

function resolve(file: string, from: string): string | undefined {
  if (!from.startsWith('.')) return undefined;
  const target = join(dirname(file), from);
  return [`${target}.ts`, join(target, 'index.ts')].find((candidate) => existsSync(candidate));
}

function namespaceOf(statement: ts.Statement): { name: string; from: string } | undefined {
  if (!ts.isExportDeclaration(statement) || statement.exportClause === undefined) return undefined;
  if (!ts.isNamespaceExport(statement.exportClause) || statement.moduleSpecifier === undefined) return undefined;
  return { name: statement.exportClause.name.text, from: (statement.moduleSpecifier as ts.StringLiteral).text };
}

/** What an import or export statement names: under which name, which name it has where it comes from, and where that is. */
function bindingsOf(statement: ts.Statement): { exported: string; own: string; from: string | undefined }[] {
  if (ts.isExportDeclaration(statement) && statement.exportClause && ts.isNamedExports(statement.exportClause)) {
    const from = (statement.moduleSpecifier as ts.StringLiteral | undefined)?.text;
    return statement.exportClause.elements.map(({ name, propertyName }) => ({
      exported: name.text,
      own: (propertyName ?? name).text,
      from,
    }));
  }
  if (!ts.isImportDeclaration(statement)) return [];
  const named = statement.importClause?.namedBindings;
  if (named === undefined || !ts.isNamedImports(named)) return [];
  const from = (statement.moduleSpecifier as ts.StringLiteral).text;
  return named.elements.map(({ name, propertyName }) => ({
    exported: name.text,
    own: (propertyName ?? name).text,
    from,
  }));
}

function declaredNames(statement: ts.Statement): string[] {
  if (ts.isVariableStatement(statement)) {
    return statement.declarationList.declarations.flatMap(({ name }) => (ts.isIdentifier(name) ? [name.text] : []));
  }
  const isNamed =
    ts.isClassDeclaration(statement) ||
    ts.isFunctionDeclaration(statement) ||
    ts.isInterfaceDeclaration(statement) ||
    ts.isTypeAliasDeclaration(statement);
  return isNamed && statement.name !== undefined ? [statement.name.text] : [];
}

function isExported(statement: ts.Statement): boolean {
  return ts.canHaveModifiers(statement) && has(statement, ts.SyntaxKind.ExportKeyword);
}

function has(node: ts.HasModifiers, kind: ts.SyntaxKind): boolean {
  return ts.getModifiers(node)?.some((modifier) => modifier.kind === kind) ?? false;
}

function entryOf(name: string, { node, file }: { node: ts.Statement; file: string }, folder: string): ApiEntry[] {
  const comment = commentOf(node);
  if (comment?.includes('@internal')) return [];
  const base = { name, doc: readDocComment(comment), file: file.slice(folder.length + 1) };
  if (ts.isClassDeclaration(node)) {
    return [{ ...base, kind: 'class', signature: classSignature(node), members: membersOf(node) }];
  }
  if (ts.isFunctionDeclaration(node)) {
    const own = declaredNames(node)[0];
    const all = node
      .getSourceFile()
      .statements.filter(
        (one): one is ts.FunctionDeclaration => ts.isFunctionDeclaration(one) && one.name?.text === own,
      );
    // Of a function with overloads the last declaration is its own affair.
    const shown = all.length > 1 ? all.slice(0, -1) : all;
    return [{ ...base, kind: 'function', signature: shown.map(withoutBody).join('\n'), members: [] }];
  }
  if (ts.isVariableStatement(node)) {
    return [{ ...base, kind: 'constant', signature: constantSignature(node, name.split('.').at(-1)!), members: [] }];
  }
  return [{ ...base, kind: 'type', signature: undented(node.getText()).replace(/^export /, ''), members: [] }];
}

function commentOf(node: ts.Node): string | undefined {
  const text = node.getSourceFile().text;
  const ranges = ts.getLeadingCommentRanges(text, node.getFullStart()) ?? [];
  const last = ranges.map(({ pos, end }) => text.slice(pos, end)).at(-1);
  return last?.startsWith('/**') ? last : undefined;
}

function withoutBody(node: ts.FunctionDeclaration): string {
  const text = node.getSourceFile().text;
  const end = node.body?.getStart() ?? node.end;
  return undented(text.slice(node.getStart(), end))
    .replace(/^export /, '')
    .replace(/;$/, '')
    .trimEnd();
}

function classSignature(node: ts.ClassDeclaration): string {
  const head = [
    has(node, ts.SyntaxKind.AbstractKeyword) ? 'abstract ' : '',
    `class ${node.name?.text ?? ''}`,
    node.typeParameters ? `<${node.typeParameters.map((one) => one.getText()).join(', ')}>` : '',
    ...(node.heritageClauses ?? []).map((clause) => ` ${clause.getText()}`),
  ].join('');
  const made = node.members.find(ts.isConstructorDeclaration);
  if (made === undefined) return head;
  const params = made.parameters.map((one) => one.getText()).join(', ');
  return `${head}\n\nnew ${node.name?.text ?? ''}(${params})`;
}

function membersOf(node: ts.ClassDeclaration): ApiEntry['members'] {
  return node.members.flatMap((member) => {
    const comment = commentOf(member);
    const name = member.name?.getText();
    const hidden =
      ts.canHaveModifiers(member) &&
      (has(member, ts.SyntaxKind.PrivateKeyword) || has(member, ts.SyntaxKind.OverrideKeyword));
    if (comment === undefined || name === undefined || name.startsWith('#') || hidden || comment.includes('@internal'))
      return [];
    const body = (member as { body?: ts.Node }).body ?? (member as { initializer?: ts.Node }).initializer;
    const text = member.getSourceFile().text.slice(member.getStart(), body?.getStart() ?? member.end);
    const signature = undented(text)
      .replace(/\s*=\s*$/, '')
      .replace(/;$/, '')
      .trim();
    return [{ name, signature, doc: readDocComment(comment) }];
  });
}

function constantSignature(node: ts.VariableStatement, name: string): string {
  const declaration = node.declarationList.declarations.find((one) => one.name.getText() === name);
  const type = declaration?.type?.getText();
  const value = declaration?.initializer?.getText() ?? '';
  const short = value.length <= 120 ? ` = ${value}` : '';
  return `const ${name}${type ? `: ${type}` : short}`;
}

/** A declaration inside another one is indented; by itself it is not. */
function undented(text: string): string {
  const indents = [...text.matchAll(/\n( *)(?=\S)/g)].map(([, spaces]) => spaces!.length);
  const least = indents.length === 0 ? 0 : Math.min(...indents);
  return text.replaceAll(`\n${' '.repeat(least)}`, '\n');
}
