import type { Language } from '@tenlab/labs';
import type { DocComment } from './doc-comment';
import type { ApiEntry } from './read-exports';

/** A page of the reference: one package, or one part of a large one. */
export interface ApiPage {
  /** Its name in the address, such as `layers-losses`. */
  id: string;
  /** What to import from. */
  module: string;
  title: string;
  description: string;
  entries: readonly ApiEntry[];
}

const words = {
  en: {
    params: 'Parameters',
    returns: 'Returns',
    throws: 'Throws',
    example: 'Example',
    types: 'Types',
    members: 'Members',
    source: 'Source',
  },
  zh: {
    params: '参数',
    returns: '返回',
    throws: '抛出',
    example: '例子',
    types: '类型',
    members: '成员',
    source: '源文件',
  },
} as const;

const chineseNote =
  '说明文字由源代码中的注释生成，是英文的；名字、形状和公式与语言无关。术语见[术语表](/zh/glossary)。';

/** Sets a page of the reference as Markdown. */
export function apiPage({ module, title, description, entries }: ApiPage, language: Language): string {
  const w = words[language];
  const types = byName(entries).filter(({ kind }) => kind === 'type');
  const parts = [
    `# ${title}`,
    prose(description),
    ...(language === 'zh' ? [chineseNote] : []),
    ...valuesOf(entries).map((entry) => entryText(entry, module, language)),
    ...(types.length > 0 ? [`## ${w.types}`, ...types.map((entry) => typeText(entry))] : []),
  ];
  return `---\noutline: [2, 2]\n---\n\n${parts.join('\n\n')}\n`;
}

function byName(entries: readonly ApiEntry[]): ApiEntry[] {
  return [...entries].sort((a, b) => a.name.localeCompare(b.name, 'en'));
}

function valuesOf(entries: readonly ApiEntry[]): ApiEntry[] {
  return byName(entries).filter(({ kind }) => kind !== 'type');
}

/** The values of a page in its order, each with the place on the page where it stands. */
export function anchors(entries: readonly ApiEntry[]): { name: string; anchor: string }[] {
  const taken = new Map<string, number>();
  return valuesOf(entries).map(({ name }) => {
    const anchor = name.toLowerCase().replace(/[^a-z0-9_]+/g, '-');
    const times = taken.get(anchor) ?? 0;
    taken.set(anchor, times + 1);
    // `Add` and `add` would have the same place: VitePress numbers the second.
    return { name, anchor: times === 0 ? anchor : `${anchor}-${times}` };
  });
}

function entryText(entry: ApiEntry, module: string, language: Language): string {
  const w = words[language];
  const [first] = entry.name.split('.');
  const parts = [
    `## ${entry.name}`,
    code(`import { ${first} } from '${module}';\n\n${entry.signature}`),
    docText(entry.doc, language),
  ];
  if (entry.members.length > 0) {
    parts.push(`**${w.members}**`);
    for (const { name, signature, doc } of entry.members) {
      const text = prose(doc.text.split('\n\n')[0] ?? '');
      parts.push(`- \`${oneLine(signature) || name}\`<br>${text.replaceAll('\n', ' ')}`);
    }
  }
  return parts.filter((part) => part !== '').join('\n\n');
}

function typeText({ name, signature, doc }: ApiEntry): string {
  return [`### ${name}`, prose(doc.text), code(signature)].filter((part) => part !== '').join('\n\n');
}

function docText({ text, params, returns, throws, examples }: DocComment, language: Language): string {
  const w = words[language];
  const parts = [prose(text)];
  if (params.length > 0)
    parts.push(`**${w.params}**\n\n${params.map((one) => `- \`${one.name}\`: ${prose(one.text)}`).join('\n')}`);
  if (returns !== undefined) parts.push(`**${w.returns}**: ${prose(returns)}`);
  if (throws.length > 0) parts.push(`**${w.throws}**: ${throws.map(prose).join('; ')}`);
  for (const example of examples) parts.push(`**${w.example}**\n\n${code(example)}`);
  return parts.filter((part) => part !== '').join('\n\n');
}

function code(text: string): string {
  // A fence longer than any in the text: an example may show Markdown.
  const fence = text.includes('```') ? '````' : '```';
  return `${fence}ts\n${text}\n${fence}`;
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').replace(/`/g, "'");
}

/** A comment's text as Markdown: links to names become names, and what looks like HTML or a template is shown as it is. */
export function prose(text: string): string {
  const linked = text.replace(
    /\{@link\s+([^}|]+?)(?:\s*\|\s*([^}]+))?\}/g,
    (_, name: string, label?: string) => label ?? `\`${name.trim()}\``,
  );
  return linked
    .split(/(`[^`]*`)/)
    .map((part, index) => (index % 2 === 1 ? part : part.replaceAll('<', '&lt;').replaceAll('{{', '&#123;&#123;')))
    .join('');
}
