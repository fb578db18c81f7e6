import type { Sequential } from '@tenlab/layers';
import type { Work } from './grade';
import { Mistake } from './mistake';

/**
 * Calls a function of the learner's file.
 *
 * @throws Mistake `missing-function` where the file exports no such function, `returns-nothing` where it forgets to return.
 */
export async function ask(work: Work, name: string, ...inputs: unknown[]): Promise<unknown> {
  const written = work[name];
  if (typeof written !== 'function') {
    throw new Mistake('missing-function', {
      en: `The file must export a function \`${name}\`. Leave its name as it was, with \`export\` before it.`,
      zh: `文件必须导出函数 \`${name}\`。请保留它的名字和前面的 \`export\`。`,
    });
  }
  const answer: unknown = await written(...inputs);
  if (answer !== undefined) return answer;
  throw new Mistake('returns-nothing', {
    en: `\`${name}\` returns nothing. Is there a \`return\`?`,
    zh: `\`${name}\` 没有返回任何东西。是不是忘了 \`return\`？`,
  });
}

/** A call that {@link listenTo} heard. */
export interface Heard {
  inputs: unknown[];
  /** Whether what the method promised is still to come. */
  pending?: boolean;
}

/** Hears how the learner calls a method of a model; the call goes through, its inputs changed by `change`. */
export function listenTo(
  model: Sequential,
  method: 'fit' | 'compile',
  change: (inputs: unknown[]) => unknown[] = (inputs) => inputs,
): Heard[] {
  const heard: Heard[] = [];
  const own = model[method].bind(model) as (...inputs: unknown[]) => unknown;
  Object.defineProperty(model, method, {
    configurable: true,
    value: (...inputs: unknown[]) => {
      const call: Heard = { inputs };
      heard.push(call);
      const answer = own(...change(inputs));
      if (answer instanceof Promise) {
        call.pending = true;
        const end = () => {
          call.pending = false;
        };
        // An error ends it, too: of a learner who does not wait, nobody else would take it.
        answer.then(end, end);
      }
      return answer;
    },
  });
  return heard;
}

/** The numbers in whatever a model takes: a typed array, an array with shape, a tensor, plain numbers. */
export function numbersOf(values: unknown): ArrayLike<number> {
  const { data, dataSync } = (values ?? {}) as { data?: unknown; dataSync?: () => ArrayLike<number> };
  if (typeof dataSync === 'function') return (values as { dataSync(): ArrayLike<number> }).dataSync();
  if (ArrayBuffer.isView(data)) return data as unknown as ArrayLike<number>;
  if (ArrayBuffer.isView(values)) return values as unknown as ArrayLike<number>;
  return Array.isArray(values) ? (values.flat(4) as number[]) : [];
}

/** Whether two rows of numbers are the same but for rounding. */
export function near(a: ArrayLike<number>, b: ArrayLike<number>, within = 1e-4): boolean {
  return a.length === b.length && Array.from(a).every((value, index) => Math.abs(value - b[index]!) <= within);
}
