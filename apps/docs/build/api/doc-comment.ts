/** What a doc comment says, in its parts. */
export interface DocComment {
  text: string;
  params: { name: string; text: string }[];
  returns?: string;
  throws: string[];
  examples: string[];
}

const none: DocComment = { text: '', params: [], throws: [], examples: [] };

/** Reads a doc comment as it stands in a source, its stars included. */
export function readDocComment(comment: string | undefined): DocComment {
  if (comment === undefined) return none;
  const lines = comment
    .replace(/^\/\*\*/, '')
    .replace(/\*\/$/, '')
    .split('\n')
    .map((line) => line.replace(/^\s*\* ?/, ''));
  const doc: DocComment = { text: '', params: [], throws: [], examples: [] };
  // A tag holds up to the next one; an example up to the first empty line, for what follows it tells of the whole again.
  const parts = lines
    .join('\n')
    .trim()
    .split(/^(?=@(?:param|returns|throws|example|internal|default)\b)/m);
  for (const part of parts) {
    const [, tag, rest = ''] = /^@(\w+)\s*(.*)$/s.exec(part) ?? [];
    if (tag === undefined) doc.text = joined(doc.text, part);
    else if (tag === 'param') doc.params.push(readParam(rest));
    else if (tag === 'returns') doc.returns = rest.trim();
    else if (tag === 'throws') doc.throws.push(rest.trim());
    else if (tag === 'example') {
      const [, example = '', after = ''] = /^(.*?)(?:\n\n((?:Source|Keras|See)\b.*))?$/s.exec(rest.trim()) ?? [];
      doc.examples.push(example);
      doc.text = joined(doc.text, after);
    }
  }
  return doc;
}

function readParam(text: string): { name: string; text: string } {
  const [, name = '', rest = ''] = /^(\S+)\s*(?:-\s*)?(.*)$/s.exec(text.trim()) ?? [];
  return { name, text: rest.trim() };
}

function joined(before: string, text: string): string {
  return [before, text.trim()].filter((part) => part !== '').join('\n\n');
}
