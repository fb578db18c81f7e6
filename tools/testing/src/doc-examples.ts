// The examples of doc comments, run: what an `@example` shows behind a statement has to be what the statement gives.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';

/** One `@example` of a source file. */
export interface DocExample {
  /** The file and the name of what the comment is of: `losses/huber.ts: Huber`. */
  title: string;
  file: string;
  code: string;
}

/** A statement of an example with the value that is shown behind it: `new Dense(…).countParams(); // 67`. */
export interface ShownValue {
  statement: string;
  shown: string;
  value: unknown;
}

/** The examples of all sources in a folder. */
export function docExamples(folder: string): DocExample[] {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort();
  return names
    .filter((name) => name.endsWith('.ts') && !/\.test(-d)?\.ts$/.test(name))
    .flatMap((name) => examplesOf(name, join(folder, name)));
}

function examplesOf(name: string, file: string): DocExample[] {
  const source = readFileSync(file, 'utf8');
  return [...source.matchAll(/\/\*\*(.*?)\*\/\s*(?:export )?(?:abstract |async )*(?:\w+ )?\*?(\w+)?/gs)].flatMap(
    ([, comment = '', owner = '']) => {
      const [, example] = comment.split('@example\n');
      if (example === undefined) return [];
      const lines = example.split('\n').map((line) => line.replace(/^\s*\* ?/, ''));
      const code = lines.slice(0, lines.findIndex((line, i) => i > 0 && line.startsWith('@')) >>> 0).join('\n');
      return [{ title: `${name}: ${owner}`, file, code: code.trim() }];
    },
  );
}

/** The names an example uses without declaring them, among those that `known` has. */
export function freeNames(code: string): string[] {
  const file = parse(code);
  const [used, declared] = [new Set<string>(), new Set<string>()];
  const visit = (node: ts.Node): void => {
    if (ts.isIdentifier(node) && isReference(node)) used.add(node.text);
    if (ts.isIdentifier(node) && isDeclared(node)) declared.add(node.text);
    ts.forEachChild(node, visit);
  };
  visit(file);
  return [...used].filter((name) => !declared.has(name));
}

function isReference({ parent, text }: ts.Identifier & { parent: ts.Node }): boolean {
  if (ts.isPropertyAccessExpression(parent) && parent.name.text === text && parent.expression.getText() !== text)
    return false;
  if (ts.isPropertyAssignment(parent) && parent.name.getText() === text) return parent.initializer.getText() === text;
  if (ts.isBindingElement(parent)) return parent.initializer?.getText() === text;
  return !(
    ts.isTypeReferenceNode(parent) ||
    ts.isQualifiedName(parent) ||
    ts.isMethodDeclaration(parent) ||
    ts.isPropertyDeclaration(parent)
  );
}

function isDeclared(node: ts.Identifier): boolean {
  const { parent } = node;
  const declares =
    ts.isVariableDeclaration(parent) ||
    ts.isParameter(parent) ||
    ts.isBindingElement(parent) ||
    ts.isClassDeclaration(parent) ||
    ts.isFunctionDeclaration(parent);
  return declares && parent.name === node;
}

/** Whether a value is shown behind a statement of it. */
export function showsValues(code: string): boolean {
  return shownIn(code).length > 0;
}

/** Runs an example with the names it uses in scope; gives the values of the statements that show one. */
export async function runDocExample(code: string, scope: Readonly<Record<string, unknown>>): Promise<ShownValue[]> {
  const shown = shownIn(code);
  let numbered = code.replace(/^import .*$/gm, (line) => ' '.repeat(line.length));
  for (const [index, { start, end }] of [...shown.entries()].reverse()) {
    numbered = `${numbered.slice(0, start)}__values[${index}] = (${numbered.slice(start, end)});${numbered.slice(end)}`;
  }
  const names = freeNames(code).filter((name) => name in scope);
  const { outputText } = ts.transpileModule(`async function __run() {\n${numbered}\n}`, {
    compilerOptions: { target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.ESNext },
  });
  const make = new Function('__values', ...names, `${outputText}\nreturn __run();`);
  const values: unknown[] = [];
  await make(values, ...names.map((name) => scope[name]));
  return shown.map(({ statement, text }, index) => ({ statement, shown: text, value: values[index] }));
}

/** The statements of an example that stand before a value in a comment on the same line. What is prose is not a value. */
function shownIn(code: string): { statement: string; text: string; start: number; end: number }[] {
  return parse(code).statements.flatMap((statement) => {
    const [, text] = /^;?[ \t]*\/\/[ \t]*(.+)/.exec(code.slice(statement.end)) ?? [];
    if (!ts.isExpressionStatement(statement) || text === undefined || parseShown(text) === undefined) return [];
    const { expression } = statement;
    return [{ statement: statement.getText(), text, start: expression.getStart(), end: expression.end }];
  });
}

/** The value that a comment shows; undefined where it is prose. */
export function parseShown(text: string): { value: unknown; decimals: number } | undefined {
  if (!/^[[{'"-]|^\d|^(true|false|null)$/.test(text)) return undefined;
  try {
    const value: unknown = new Function(`return (${text});`)();
    const decimals = Math.max(0, ...[...text.matchAll(/\.(\d+)/g)].map(([, digits = '']) => digits.length));
    return { value, decimals };
  } catch {
    return undefined;
  }
}

/** Whether a value is the one that is shown; numbers to the digits that are shown. */
export function isShown(value: unknown, shown: unknown, decimals: number): boolean {
  if (typeof value === 'number' && typeof shown === 'number') {
    return Object.is(value, shown) || Math.abs(value - shown) <= (0.5 + 1e-3) * 10 ** -(decimals || 4);
  }
  if (typeof shown !== 'object' || shown === null) return value === shown;
  if (typeof value !== 'object' || value === null) return false;
  const [ours, theirs] = [Object.entries(value), Object.entries(shown)];
  return (
    ours.length === theirs.length &&
    theirs.every(([key, item]) => isShown((value as Record<string, unknown>)[key], item, decimals))
  );
}

function parse(code: string): ts.SourceFile {
  return ts.createSourceFile('example.ts', code, ts.ScriptTarget.ES2022, true);
}
