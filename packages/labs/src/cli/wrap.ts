/** What a terminal takes for colours, and shows nothing of. */
const styles = new RegExp(`${String.fromCharCode(27)}\\[[\\d;]*m`, 'g');

/** How many columns of a terminal a text takes: Chinese characters and their punctuation take two, colours none. */
export function widthOf(text: string): number {
  let width = 0;
  for (const character of text.replace(styles, '')) width += isWide(character) ? 2 : 1;
  return width;
}

/** The text filled with spaces to so many columns. */
export function padded(text: string, columns: number): string {
  return text + ' '.repeat(Math.max(0, columns - widthOf(text)));
}

/**
 * Breaks a text into lines of so many columns: between words, and between Chinese characters, but not before punctuation.
 *
 * @example
 * wrap('one two three', 8); // ['one two', 'three']
 */
export function wrap(text: string, columns: number): string[] {
  const pieces = text.match(/[^\s\u2e80-\uffef]+[，。；：、！？）”]*|[\u2e80-\uffef][，。；：、！？）”]*|\s+/gu) ?? [];
  const lines: string[] = [];
  let line = '';
  for (const piece of pieces) {
    if (widthOf(line) + widthOf(piece.trimEnd()) > columns && line.trim() !== '') {
      lines.push(line.trimEnd());
      line = piece.trimStart();
    } else line += piece;
  }
  if (line.trim() !== '' || lines.length === 0) lines.push(line.trimEnd());
  return lines;
}

/** Lines that are set in columns, such as tables and drawings, which must stay as they are. */
const isSet = (line: string) => /\S\s{3,}\S|[│┃━─┏┗┡╇├╰█]/.test(line);

/** The text with its long lines broken, their indent kept; tables stay as they are. */
export function wrapText(text: string, columns: number | undefined): string {
  if (columns === undefined) return text;
  return text
    .split('\n')
    .flatMap((line) => {
      if (widthOf(line) <= columns || isSet(line)) return line;
      const indent = /^\s*/.exec(line)![0];
      return wrap(line.trimStart(), columns - indent.length).map((part) => indent + part);
    })
    .join('\n');
}

function isWide(character: string): boolean {
  return /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6]/u.test(
    character,
  );
}
