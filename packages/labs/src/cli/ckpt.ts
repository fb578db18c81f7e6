import type { StoredArray, TensorFile } from '@tenlab/checkpoint';
import type { Screen } from './screen';
import { oneOf, refuse } from './usage';

const actions = ['ls', 'diff', 'convert'] as const;

/** `tenlab ckpt ls FILE`, `diff A B`, `convert A B`: looks into files of weights of any format. Exit code 1 where two differ. */
export async function ckpt(action: string, paths: readonly string[], screen: Screen): Promise<number> {
  const wanted = await oneOf(action, 'ckpt', actions);
  const [first, second, ...rest] = paths;
  if (first === undefined || rest.length > 0 || (second === undefined) !== (wanted === 'ls')) {
    const example = wanted === 'ls' ? 'ckpt ls digits.keras' : `ckpt ${wanted} a.keras b.safetensors`;
    return refuse(
      `ckpt ${wanted}`,
      wanted === 'ls' ? 'one file' : 'two files',
      paths.join(' '),
      `For example \`${example}\`.`,
    );
  }
  if (wanted === 'ls') return list(first, screen);
  return wanted === 'diff' ? diff(first, second!, screen) : convert(first, second!, screen);
}

async function opened<Result>(path: string, use: (file: TensorFile) => Promise<Result>): Promise<Result> {
  const { openTensors } = await import('@tenlab/checkpoint');
  const file = await openTensors(path);
  try {
    return await use(file);
  } finally {
    await file.close();
  }
}

function list(path: string, screen: Screen): Promise<number> {
  return opened(path, async ({ format, tensors }) => {
    const { bold, dim } = screen.colors;
    screen.tell({
      en: `${bold(path)}  ${format}, ${tensors.size} tensors`,
      zh: `${bold(path)}  ${format}，${tensors.size} 个张量`,
    });
    screen.event({ event: 'file', path, format, tensors: tensors.size });
    const width = Math.max(0, ...[...tensors.keys()].map((name) => name.length));
    for (const [name, { dtype, shape }] of tensors) {
      screen.event({ event: 'tensor', name, dtype, shape });
      screen.say(`  ${name.padEnd(width)}  ${dim(dtype.padEnd(8))} [${shape.join(', ')}]`);
    }
    return 0;
  });
}

function diff(first: string, second: string, screen: Screen): Promise<number> {
  return opened(first, (a) =>
    opened(second, async (b) => {
      const { green, red } = screen.colors;
      let differences = 0;
      const tell = (name: string, text: string, fields: object) => {
        differences++;
        screen.event({ event: 'difference', name, ...fields });
        screen.say(`${red('✗')} ${name}  ${text}`);
      };
      for (const name of new Set([...a.tensors.keys(), ...b.tensors.keys()])) {
        const [left, right] = [a.tensors.get(name), b.tensors.get(name)];
        if (!left || !right) {
          const only = left ? first : second;
          tell(name, screen.words({ en: `only in ${only}`, zh: `只在 ${only} 里` }), { kind: 'missing', only });
          continue;
        }
        const [from, to] = [left, right].map(({ dtype, shape }) => `${dtype} [${shape.join(', ')}]`);
        if (from !== to)
          tell(name, screen.words({ en: `${from} and ${to}`, zh: `${from} 和 ${to}` }), {
            kind: 'form',
            first: from,
            second: to,
          });
        else {
          const [x, y] = [await a.read(name), await b.read(name)];
          const largest = await largestDifference(x, y);
          if (largest > 0)
            tell(name, screen.words({ en: `values differ by up to ${largest}`, zh: `数值最多相差 ${largest}` }), {
              kind: 'values',
              largest,
            });
        }
      }
      screen.event({ event: 'end', differences });
      screen.say(
        differences === 0
          ? green(screen.words({ en: 'The same.', zh: '相同。' }))
          : red(screen.words({ en: `${differences} of them differ.`, zh: `有 ${differences} 处不同。` })),
      );
      return differences === 0 ? 0 : 1;
    }),
  );
}

/** How far elements are apart at most: infinitely, where they are no numbers or one is NaN and the other is not. */
async function largestDifference(a: StoredArray, b: StoredArray): Promise<number> {
  const { bytesOfArray, toNumbers } = await import('@tenlab/checkpoint');
  if (a.dtype === 'string' || b.dtype === 'string')
    return JSON.stringify(a.data) === JSON.stringify(b.data) ? 0 : Infinity;
  const [left, right] = [bytesOfArray(a), bytesOfArray(b)];
  if (left.every((byte, index) => byte === right[index])) return 0;
  if (a.dtype.startsWith('complex')) return Infinity;
  const [x, y] = [toNumbers(a), toNumbers(b)];
  return x.reduce((most, value, index) => {
    const distance = Object.is(value, y[index]) ? 0 : Math.abs(value - y[index]!);
    return Math.max(most, Number.isNaN(distance) ? Infinity : distance);
  }, 0);
}

function convert(from: string, to: string, screen: Screen): Promise<number> {
  return opened(from, async (file) => {
    const { saveTensors } = await import('@tenlab/checkpoint');
    const tensors = new Map<string, StoredArray>();
    for (const name of file.tensors.keys()) tensors.set(name, await file.read(name));
    await saveTensors(tensors, to);
    screen.event({ event: 'converted', from, format: file.format, to, tensors: tensors.size });
    screen.tell({
      en: `${to}: ${tensors.size} tensors of ${from} (${file.format})`,
      zh: `${to}：来自 ${from}（${file.format}）的 ${tensors.size} 个张量`,
    });
    return 0;
  });
}
