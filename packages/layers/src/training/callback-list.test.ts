import { describe, expect, test } from 'vitest';
import { Callback } from './callback';
import { CallbackList } from './callback-list';

const params = { epochs: 1, steps: null, verbose: 0 } as const;

class Notes extends Callback {
  readonly notes: string[];
  readonly mark: string;
  constructor(mark: string, notes: string[]) {
    super();
    this.mark = mark;
    this.notes = notes;
  }
  override async onEpochEnd(epoch: number) {
    await new Promise((resolve) => setTimeout(resolve, 2));
    this.notes.push(`${this.mark}${epoch}`);
  }
}

describe('CallbackList', () => {
  test('calls one after the other and waits for each', async () => {
    const notes: string[] = [];
    const list = new CallbackList([new Notes('a', notes), new Notes('b', notes)], {} as never, params);
    await list.callAt('onEpochEnd', 3);
    await list.call('onTrainEnd');
    expect(notes).toEqual(['a3', 'b3']);
  });

  test('does not swallow what a callback throws', async () => {
    class Fails extends Callback {
      override async onTrainBegin() {
        throw new Error('no');
      }
    }
    await expect(new CallbackList([new Fails()], {} as never, params).call('onTrainBegin')).rejects.toThrow('no');
  });

  test('refuses classes in place of objects', () => {
    expect(() => new CallbackList([Notes as never], {} as never, params)).toThrowErrorMatchingInlineSnapshot(
      `[TenlabError: \`callbacks\` must be a list of Callback objects. Received: class Notes. Make an object of the class: \`callbacks: [new EarlyStopping()]\`.]`,
    );
  });
});
