import type { CallbackParams } from '@tenlab/layers';
import type { EstimateEvent } from './events';

/** Milliseconds of steps that are timed before anything is foretold. */
const timed = 60;
/** Goes of steps before the first that is like all others. */
const preparing = 3;
/** Seconds from which on it is worth saying of any training but the first. */
const long = 10;

/**
 * Foretells how long a training takes, once for each: from steps after the first ones, which prepare; where epochs are too short for that,
 * from the second epoch.
 */
export class Estimate {
  #params: CallbackParams | undefined;
  #isFirst = true;
  #isTold = false;
  #epoch = 0;
  #epochBegan = 0;
  #epochsSeen = 0;
  /** Goes that have ended: the first ones prepare, run a step as it is, and compile it. */
  #goes = 0;
  #firstEnd: { step: number; at: number } | undefined;

  begin(params: CallbackParams): void {
    if (this.#params !== undefined) this.#isFirst = false;
    this.#params = params;
    this.#isTold = false;
    this.#epochsSeen = 0;
    this.#goes = 0;
    this.#firstEnd = undefined;
  }

  beginEpoch(epoch: number, now: number): void {
    this.#epoch = epoch;
    this.#epochBegan = now;
    this.#epochsSeen++;
    if (this.#epochsSeen > 1) this.#firstEnd = undefined;
  }

  /** Steps up to and with `step`, from 1, have ended. */
  endStep(step: number, now: number): EstimateEvent | undefined {
    const steps = this.#params?.steps;
    if (this.#isTold || steps === null || steps === undefined || this.#epochsSeen > 1) return undefined;
    this.#goes++;
    if (this.#goes < preparing) return undefined;
    if (this.#firstEnd === undefined) {
      this.#firstEnd = { step, at: now };
      return undefined;
    }
    const milliseconds = now - this.#firstEnd.at;
    // The last batch is often smaller, and prepares anew.
    if (milliseconds < timed || step === steps) return undefined;
    return this.#tell(milliseconds / (step - this.#firstEnd.step), steps, step);
  }

  /** An epoch of so many steps has ended. */
  endEpoch(steps: number, now: number): EstimateEvent | undefined {
    if (this.#isTold || this.#epochsSeen < 2 || steps === 0) return undefined;
    return this.#tell((now - this.#epochBegan) / steps, steps, steps);
  }

  #tell(milliseconds: number, steps: number, done: number): EstimateEvent | undefined {
    this.#isTold = true;
    const epochs = this.#params!.epochs;
    const left = (epochs - this.#epoch) * steps - done;
    const seconds = (left * milliseconds) / 1000;
    if (!this.#isFirst && seconds < long) return undefined;
    return { event: 'estimate', epochs, steps: left, ms_per_step: milliseconds, seconds };
  }
}
