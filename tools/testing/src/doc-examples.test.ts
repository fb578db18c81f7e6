import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { docExamples, freeNames, isShown, parseShown, runDocExample, showsValues } from './doc-examples';

const folder = mkdtempSync(join(tmpdir(), 'doc-examples-'));
afterAll(() => rmSync(folder, { recursive: true }));

describe('docExamples', () => {
  test('finds the examples of sources, without what follows them', () => {
    const comment = '/**\n * Adds.\n *\n * @example\n * const a = 1;\n * add(a, 2); // 3\n *\n * @throws never\n */';
    writeFileSync(join(folder, 'add.ts'), `/** Plain. */\nconst b = 2;\n${comment}\nexport function add() {}\n`);
    writeFileSync(join(folder, 'add.test.ts'), `${comment}\nexport function add() {}\n`);
    const [first, ...others] = docExamples(folder);
    expect(others).toEqual([]);
    expect(first).toMatchObject({ title: 'add.ts: add', code: 'const a = 1;\nadd(a, 2); // 3' });
  });
});

describe('runDocExample', () => {
  const scope = { add: (a: number, b: number) => a + b, one: 1 };

  test('gives what the statements give that show something', async () => {
    const code =
      "import { add } from 'x';\nconst a: number = one; // 1\nadd(a, 2); // 3\nawait Promise.resolve([a]); // [1]\nadd(a, a); // as ever";
    expect(await runDocExample(code, scope)).toEqual([
      { statement: 'add(a, 2);', shown: '3', value: 3 },
      { statement: 'await Promise.resolve([a]);', shown: '[1]', value: [1] },
    ]);
    expect(showsValues('add(1, 2); // a sum')).toBe(false);
  });

  test('fails as the example does', async () => {
    await expect(runDocExample("throw new Error('no');", scope)).rejects.toThrow('no');
  });
});

test('freeNames are those that an example uses and does not declare', () => {
  expect(
    freeNames('const { a, b: c } = f(x.y); class D extends E { g(h) { return h + c; } } ({ key: D, i });'),
  ).toEqual(['f', 'x', 'E', 'i']);
});

describe('what is shown', () => {
  test('is a value, or prose', () => {
    expect(parseShown("[[6, 6.25], 'a']")).toEqual({ value: [[6, 6.25], 'a'], decimals: 2 });
    expect(parseShown('-0.5')).toEqual({ value: -0.5, decimals: 1 });
    expect(parseShown('{ a: 1 }')?.value).toEqual({ a: 1 });
    expect(parseShown('the sum of both')).toBeUndefined();
    expect(parseShown('3 of them')).toBeUndefined();
  });

  test('holds numbers to the digits that are shown, and all else as it is', () => {
    expect([isShown(0.12344, 0.1234, 4), isShown(0.1236, 0.1234, 4), isShown(3.001, 3, 0)]).toEqual([
      true,
      false,
      false,
    ]);
    expect([isShown([1, [2]], [1, [2]], 0), isShown([1], [1, 2], 0), isShown([1, 2], [1], 0)]).toEqual([
      true,
      false,
      false,
    ]);
    expect([isShown({ a: 'x' }, { a: 'x' }, 0), isShown({ a: 'x' }, { a: 'y' }, 0), isShown(undefined, 1, 0)]).toEqual([
      true,
      false,
      false,
    ]);
  });
});
