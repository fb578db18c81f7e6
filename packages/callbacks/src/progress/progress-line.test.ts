import { describe, expect, it } from 'vitest';
import golden from '../golden/progress-line.json';
import { type ProgressState, plainLine, progressLine } from './progress-line';

const state: ProgressState = {
  step: 600,
  steps: 1875,
  seconds: 4.2,
  secondsPerStep: 0.007,
  metrics: { accuracy: 0.9012, loss: 0.3301 },
  finished: false,
};
const plain = { colors: false, columns: 120 };

// biome-ignore lint/suspicious/noControlCharactersInRegex: colours are control characters
const withoutColors = (line: string) => line.replaceAll(/\u001b\[\d+m/g, '');

describe('progressLine', () => {
  it.each(golden.cases)('is what Keras draws at step $step of $target after $now s', (seen) => {
    const drawn = progressLine(
      {
        step: seen.step,
        steps: seen.target,
        seconds: seen.now,
        secondsPerStep: (seen.now - seen.first_step_at) / (seen.step - 1),
        metrics: seen.values as Record<string, number>,
        finished: seen.finalize,
      },
      { colors: true, columns: 200 },
    );
    expect(withoutColors(drawn)).toBe(withoutColors(seen.line));
  });

  it('looks like Keras when finished', () => {
    const metrics = { accuracy: 0.955, loss: 0.1503, val_accuracy: 0.9806, val_loss: 0.0613 };
    expect(progressLine({ ...state, step: 1875, seconds: 14.1, metrics, finished: true }, plain)).toBe(
      '1875/1875 ━━━━━━━━━━━━━━━━━━━━ 14s 7ms/step - accuracy: 0.9550 - loss: 0.1503 - val_accuracy: 0.9806 - val_loss: 0.0613',
    );
  });

  it('shows the time that is left while running', () => {
    expect(progressLine(state, plain)).toBe(
      ' 600/1875 ━━━━━━━━━━━━━━━━━━━━ 8s 7ms/step - accuracy: 0.9012 - loss: 0.3301',
    );
    expect(progressLine({ ...state, secondsPerStep: 1 }, plain)).toContain(' 21:15 1s/step');
  });

  it('fills the bar in green, as far as it is', () => {
    const line = progressLine({ ...state, step: 938 }, { colors: true, columns: 120 });
    expect(line).toContain(`\u001b[32m${'━'.repeat(10)}\u001b[0m\u001b[37m${'━'.repeat(10)}\u001b[0m`);
    expect(line).toContain('\u001b[1m 938/1875\u001b[0m');
  });

  it('counts where the number of steps is not known', () => {
    expect(progressLine({ ...state, steps: null }, plain)).toBe(
      '    600/Unknown 4s 7ms/step - accuracy: 0.9012 - loss: 0.3301',
    );
  });

  it.each([20, 24, 40, 50, 60, 80])('fits into %d columns while running, so that it can be drawn again', (columns) => {
    const visible = withoutColors(progressLine(state, { colors: true, columns }));
    expect(visible.length).toBeLessThan(columns);
    expect(visible).toContain(' 600/1875');
    expect(visible).toContain('8s');
  });

  it('is not cut when finished', () => {
    expect(progressLine({ ...state, finished: true }, { colors: false, columns: 20 })).toContain('loss: 0.3301');
  });

  it('survives more steps than announced', () => {
    expect(progressLine({ ...state, step: 2000 }, plain)).toContain(`2000/1875 ${'━'.repeat(20)} 0s`);
  });
});

describe('plainLine', () => {
  it('is Keras with verbose 2', () => {
    expect(plainLine({ ...state, step: 1875, seconds: 14, finished: true })).toBe(
      '1875/1875 - 14s - 7ms/step - accuracy: 0.9012 - loss: 0.3301',
    );
    expect(plainLine({ ...state, steps: null, finished: true })).toBe(
      '600/Unknown - 4s - 7ms/step - accuracy: 0.9012 - loss: 0.3301',
    );
  });
});
