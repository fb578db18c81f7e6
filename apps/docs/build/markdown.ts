/** The parts of markdown-it that are used here; VitePress brings it, and its types are not for us to import. */
interface Token {
  type: string;
  content: string;
  children: Token[] | null;
}
interface MarkdownIt {
  core: { ruler: { push(name: string, rule: (state: { tokens: Token[] }) => void): void } };
}

/** The marks of FEATURES.md as signs that every font has, told apart by their shape. */
const signs: Readonly<Record<string, string>> = { '🟢': '●', '🟡': '◐', '⚪': '○' };

const isWide = (character = '') => /[\p{Script=Han}，。：；、？！（）“”《》…]/u.test(character);

/**
 * Makes Markdown read well: a line that ends within a Chinese sentence leaves no gap in it, and coloured marks become signs.
 *
 * @param md the markdown-it of VitePress
 */
export function readable(md: MarkdownIt): void {
  md.core.ruler.push('tenlab-readable', ({ tokens }) => {
    for (const { children } of tokens) {
      for (const [index, token] of (children ?? []).entries()) {
        if (token.type === 'text') token.content = token.content.replace(/🟢|🟡|⚪/gu, (mark) => signs[mark]!);
        const [before, after] = [children![index - 1], children![index + 1]];
        const isWithin = isWide(before?.content.at(-1)) || isWide(after?.content[0]);
        if (token.type === 'softbreak' && before?.type === 'text' && after?.type === 'text' && isWithin) {
          Object.assign(token, { type: 'text', content: '' });
        }
      }
    }
  });
}
