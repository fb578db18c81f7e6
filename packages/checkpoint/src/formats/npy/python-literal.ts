/** A Python value as NumPy's header may hold it. Tuples and lists are both lists here. */
export type PythonLiteral = string | number | boolean | null | PythonLiteral[] | Map<string, PythonLiteral>;

/** Where and why a text is not such a value. */
export class PythonSyntaxError extends Error {}

const deepest = 16;

/**
 * Reads a Python literal by grammar; nothing is ever evaluated.
 *
 *     value = dict | tuple | list | string | integer | True | False | None
 *
 * Throws {@link PythonSyntaxError} at anything else, a call for example.
 *
 * @example
 * parsePythonLiteral("{'shape': (3, 4)}"); // Map { 'shape' => [3, 4] }
 */
export function parsePythonLiteral(text: string): PythonLiteral {
  let at = 0;
  const value = readValue(0);
  skipSpace();
  if (at < text.length) fail('the end');
  return value;

  function fail(wanted: string): never {
    const found = at < text.length ? JSON.stringify(text.slice(at, at + 12)) : 'the end';
    throw new PythonSyntaxError(`${found} at character ${at}, where ${wanted} belongs`);
  }

  function skipSpace(): void {
    while (/\s/.test(text[at] ?? '')) at++;
  }

  function take(token: string): boolean {
    skipSpace();
    if (!text.startsWith(token, at)) return false;
    at += token.length;
    return true;
  }

  function readValue(depth: number): PythonLiteral {
    if (depth > deepest) fail('an end of the nesting');
    if (take('{')) return readDict(depth + 1);
    if (take('(')) return readList(')', depth + 1);
    if (take('[')) return readList(']', depth + 1);
    const word = /^(True|False|None)\b/.exec(text.slice(at, at + 6))?.[1];
    if (word !== undefined) {
      at += word.length;
      return word === 'None' ? null : word === 'True';
    }
    const quote = text[at];
    if (quote === "'" || quote === '"') return readString(quote);
    // Python 2 wrote long integers with an L.
    const digits = /^(-?\d{1,20})(L?)(?![\w.])/.exec(text.slice(at, at + 24));
    if (digits === null) return fail('a value');
    at += digits[0].length;
    return Number(digits[1]);
  }

  function readString(quote: string): string {
    const end = text.indexOf(quote, at + 1);
    const content = text.slice(at + 1, end);
    if (end < 0 || /[\\\n]/.test(content)) fail('a plain string');
    at = end + 1;
    return content;
  }

  function readList(close: string, depth: number): PythonLiteral[] {
    const items: PythonLiteral[] = [];
    while (!take(close)) {
      items.push(readValue(depth));
      if (!take(',')) {
        if (!take(close)) fail(`',' or '${close}'`);
        // `(3)` is a number in brackets; only `(3,)` is a tuple of one.
        if (close === ')' && items.length === 1) fail("','");
        return items;
      }
    }
    return items;
  }

  function readDict(depth: number): Map<string, PythonLiteral> {
    const entries = new Map<string, PythonLiteral>();
    while (!take('}')) {
      const key = readValue(depth);
      if (typeof key !== 'string') return fail('a string as key');
      if (entries.has(key)) fail(`no second key '${key}'`);
      if (!take(':')) fail("':'");
      entries.set(key, readValue(depth));
      if (!take(',')) {
        if (!take('}')) fail("',' or '}'");
        return entries;
      }
    }
    return entries;
  }
}
