import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { ProgressBar } from './progress-bar';

/** A stream that keeps what it is given. */
class Recorder {
  readonly isTTY: boolean;
  readonly columns = 120;
  text = '';

  constructor(isTTY: boolean) {
    this.isTTY = isTTY;
  }

  write(text: string): void {
    this.text += text;
  }

  /** What a terminal shows in the end: a line drawn again replaces the one before. */
  get screen(): string[] {
    return this.text.split('\n').map((line) => line.split('\r').at(-1)!.replace('\u001b[K', ''));
  }

  get drawings(): number {
    return this.text.split('\r').length - 1;
  }
}

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['performance'] });
});
afterEach(() => {
  vi.useRealTimers();
});

function bar(isTTY: boolean, steps: number | null, epochs = 2) {
  const stream = new Recorder(isTTY);
  const callback = new ProgressBar({ stream, colors: false });
  callback.setParams({ epochs, steps, verbose: 1 });
  return { stream, callback };
}

/** Runs an epoch whose steps take 7 ms, the first 107; `read` counts how often metrics are looked at. */
function train(callback: ProgressBar, epoch: number, steps: number, validationMilliseconds = 0) {
  let read = 0;
  const logs = {
    get accuracy() {
      read++;
      return 0.955;
    },
    get loss() {
      return 0.15034;
    },
  };
  callback.onEpochBegin(epoch);
  for (let step = 0; step < steps; step++) {
    vi.advanceTimersByTime(step === 0 ? 107 : 7);
    callback.onTrainBatchEnd(step, logs);
  }
  vi.advanceTimersByTime(validationMilliseconds);
  callback.onEpochEnd(epoch, { accuracy: 0.955, loss: 0.15034, val_accuracy: 0.9806, val_loss: 0.0613 });
  return { read: () => read };
}

const metrics = 'accuracy: 0.9550 - loss: 0.1503 - val_accuracy: 0.9806 - val_loss: 0.0613';

it('says epoch in another language', () => {
  const stream = new Recorder(false);
  const callback = new ProgressBar({ stream, epochWord: '轮次' });
  callback.setParams({ epochs: 2, steps: 1, verbose: 1 });
  callback.onTrainBegin();
  train(callback, 1, 1);
  expect(stream.text).toContain('轮次 2/2 - ');
});

describe('ProgressBar on a terminal', () => {
  it('looks like Keras; the time per step leaves out the first step and validation', () => {
    const { stream, callback } = bar(true, 1875);
    callback.onTrainBegin();
    train(callback, 0, 1875, 1000);
    train(callback, 1, 1875);
    callback.onTrainEnd();
    expect(stream.screen).toEqual([
      'Epoch 1/2',
      `1875/1875 ━━━━━━━━━━━━━━━━━━━━ 14s 7ms/step - ${metrics}`,
      'Epoch 2/2',
      `1875/1875 ━━━━━━━━━━━━━━━━━━━━ 13s 7ms/step - ${metrics}`,
      '',
    ]);
  });

  it('draws at most ten times a second, and reads the metrics no more often', () => {
    const { stream, callback } = bar(true, 1875);
    callback.onTrainBegin();
    const { read } = train(callback, 0, 1875);
    // 13.2 seconds of steps.
    expect(read()).toBeGreaterThan(100);
    expect(read()).toBeLessThanOrEqual(133);
    expect(stream.drawings).toBe(read() + 1);
  });

  it('draws after the first step, with the time that is left', () => {
    const { stream, callback } = bar(true, 100);
    callback.onTrainBegin();
    callback.onEpochBegin(0);
    vi.advanceTimersByTime(300);
    callback.onTrainBatchEnd(0, { loss: 1 });
    expect(stream.screen).toEqual(['Epoch 1/2', '  1/100 ━━━━━━━━━━━━━━━━━━━━ 29s 300ms/step - loss: 1.0000']);
  });

  it('counts where the number of steps is not known, and knows it at the end', () => {
    const { stream, callback } = bar(true, null);
    callback.onTrainBegin();
    callback.onEpochBegin(0);
    vi.advanceTimersByTime(100);
    callback.onTrainBatchEnd(0, { loss: 1 });
    expect(stream.screen[1]).toBe('      1/Unknown 0s 100ms/step - loss: 1.0000');
    callback.onEpochEnd(0, { loss: 1 });
    expect(stream.screen[1]).toBe('1/1 ━━━━━━━━━━━━━━━━━━━━ 0s 100ms/step - loss: 1.0000');
  });

  it('knows in the second epoch how long the first was', () => {
    const { stream, callback } = bar(true, null);
    callback.onTrainBegin();
    for (const epoch of [0, 1]) {
      callback.onEpochBegin(epoch);
      vi.advanceTimersByTime(200);
      callback.onTrainBatchEnd(0, { loss: 1 });
      vi.advanceTimersByTime(200);
      callback.onTrainBatchEnd(1, { loss: 1 });
      if (epoch === 0) callback.onEpochEnd(0, { loss: 1 });
    }
    expect(stream.text).toContain('2/Unknown');
    expect(stream.screen.at(-1)).toBe('2/2 ━━━━━━━━━━━━━━━━━━━━ 0s 200ms/step - loss: 1.0000');
  });

  it('shows evaluate and predict', () => {
    const { stream, callback } = bar(true, 2);
    callback.onTestBegin();
    for (let step = 0; step < 2; step++) {
      vi.advanceTimersByTime(3);
      callback.onTestBatchEnd(step, { loss: 1 });
    }
    callback.onTestEnd({ accuracy: 0.99, loss: 0.5 });
    callback.onPredictBegin();
    for (let step = 0; step < 2; step++) {
      vi.advanceTimersByTime(6);
      callback.onPredictBatchEnd(step);
    }
    callback.onPredictEnd();
    expect(stream.screen).toEqual([
      '2/2 ━━━━━━━━━━━━━━━━━━━━ 0s 3ms/step - accuracy: 0.9900 - loss: 0.5000',
      '2/2 ━━━━━━━━━━━━━━━━━━━━ 0s 6ms/step',
      '',
    ]);
  });

  it('is not disturbed by the validation within fit', () => {
    const { stream, callback } = bar(true, 1, 1);
    callback.onTrainBegin();
    callback.onEpochBegin(0);
    callback.onTrainBatchEnd(0, { loss: 1 });
    const before = stream.text;
    callback.onTestBegin();
    callback.onTestBatchEnd(0, { loss: 2 });
    callback.onTestEnd({ loss: 2 });
    expect(stream.text).toBe(before);
  });

  it('shows how far it came when training is stopped within an epoch', () => {
    const { stream, callback } = bar(true, 10, 1);
    callback.onTrainBegin();
    callback.onEpochBegin(0);
    callback.onTrainBatchEnd(0, { loss: 1 });
    callback.onEpochEnd(0, { loss: 1 });
    expect(stream.screen[1]).toContain(' 1/10 ━━━━━━━━━━━━━━━━━━━━ 0s');
  });
});

describe('ProgressBar without a terminal', () => {
  it('writes one line per epoch and nothing else', () => {
    const { stream, callback } = bar(false, 1875);
    callback.onTrainBegin();
    const { read } = train(callback, 0, 1875);
    train(callback, 1, 1875);
    callback.onTrainEnd();
    expect(stream.text).toBe(
      `Epoch 1/2 - 1875/1875 - 13s - 7ms/step - ${metrics}\nEpoch 2/2 - 1875/1875 - 13s - 7ms/step - ${metrics}\n`,
    );
    expect(read()).toBe(0);
  });

  it('writes one line for evaluate', () => {
    const { stream, callback } = bar(false, 3);
    callback.onTestBegin();
    callback.onTestBatchEnd(0, {});
    callback.onTestEnd({ loss: 0.5 });
    expect(stream.text).toBe('1/3 - 0s - 0s/step - loss: 0.5000\n');
  });
});

describe('ProgressBar options', () => {
  it('draws in colours when asked', () => {
    const stream = new Recorder(true);
    const callback = new ProgressBar({ stream, colors: true });
    callback.setParams({ epochs: 1, steps: 1, verbose: 1 });
    callback.onPredictBegin();
    callback.onPredictBatchEnd(0);
    expect(stream.text).toContain('\u001b[32m━');
  });

  it('writes to stderr by default and refuses what it does not know', () => {
    const write = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
    const callback = new ProgressBar();
    callback.setParams({ epochs: 1, steps: 1, verbose: 1 });
    callback.onTestBegin();
    callback.onTestEnd({ loss: 1 });
    expect(write).toHaveBeenCalled();
    write.mockRestore();
    // @ts-expect-error: no such option
    expect(() => new ProgressBar({ color: true })).toThrow('Did you mean `colors`?');
    expect(new ProgressBar().showsProgress).toBe(true);
  });
});
