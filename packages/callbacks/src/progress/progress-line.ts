import { formatMetric, formatRemaining, formatStepTime } from './format';

/** How far a run is. */
export interface ProgressState {
  step: number;
  /** Steps in all; null where nobody knows. */
  steps: number | null;
  /** Seconds since the start. */
  seconds: number;
  secondsPerStep: number;
  metrics: Readonly<Record<string, number>>;
  finished: boolean;
}

/** How to draw it. */
export interface ProgressStyle {
  colors: boolean;
  /** Characters that fit into a line; a line on its way is cut there, so that it can be drawn again. */
  columns: number;
}

const barWidth = 20;
const smallestLine = 20;

/**
 * The line of a progress bar, as Keras draws it: `1875/1875 ━━━━━━━━━━━━━━━━━━━━ 14s 7ms/step - accuracy: 0.9550 - loss: 0.1503`.
 * While running, the time is that which is left; when finished, that which it took.
 */
export function progressLine(state: ProgressState, { colors, columns }: ProgressStyle): string {
  const { step, steps, finished } = state;
  const paint = (code: number, text: string) => (colors && text !== '' ? `\u001b[${code}m${text}\u001b[0m` : text);
  const count = counter(step, steps);
  const done = steps === null ? 0 : Math.floor(barWidth * Math.min(1, step / Math.max(1, steps)));
  const bar = steps === null ? '' : `${paint(32, '━'.repeat(done))}${paint(37, '━'.repeat(barWidth - done))} `;
  const time = clock(state);
  const rest = ` ${formatStepTime(state.secondsPerStep)}${metricsText(state.metrics)}`;
  if (finished) return `${paint(1, count)} ${bar}${paint(1, time)}${rest}`;
  // The cursor takes a place too.
  const room = Math.max(columns, smallestLine) - 1;
  const withBar = count.length + 1 + (bar === '' ? 0 : barWidth + 1) + time.length;
  const showBar = withBar <= room;
  const used = showBar ? withBar : Math.min(room, count.length + 1 + time.length);
  return `${paint(1, count)} ${showBar ? bar : ''}${paint(1, time)}${rest.slice(0, room - used)}`;
}

/** One line for a whole epoch, for files and pipes: `1875/1875 - 14s - 7ms/step - accuracy: 0.9550`, as Keras with verbose 2. */
export function plainLine(state: ProgressState): string {
  const count = counter(state.step, state.steps).trim();
  return `${count} - ${clock(state)} - ${formatStepTime(state.secondsPerStep)}${metricsText(state.metrics)}`;
}

function counter(step: number, steps: number | null): string {
  return steps === null
    ? `${String(step).padStart(7)}/Unknown`
    : `${String(step).padStart(String(steps).length)}/${steps}`;
}

function clock({ step, steps, seconds, secondsPerStep, finished }: ProgressState): string {
  if (finished || steps === null) return `${seconds.toFixed(0)}s`;
  return formatRemaining(secondsPerStep * Math.max(0, steps - step));
}

function metricsText(metrics: Readonly<Record<string, number>>): string {
  return Object.entries(metrics)
    .map(([name, value]) => ` - ${name}: ${formatMetric(value)}`)
    .join('');
}
