import { checkChoice } from '@tenlab/core';
import { defaultStream } from './text-stream';

/** What to do when a file cannot be written: `throw` ends training with the error, `warn` says it and goes on. */
export type OnSaveError = 'throw' | 'warn';

/** Throws for anything else. */
export function expectOnSaveError(value: OnSaveError, place: string): void {
  checkChoice(value, ['throw', 'warn'], '`onSaveError`', place);
}

/** Runs `save`, and does with its error what was asked for. Whether it went well. */
export async function trySaving(place: string, onSaveError: OnSaveError, save: () => Promise<void>): Promise<boolean> {
  try {
    await save();
    return true;
  } catch (error) {
    if (onSaveError === 'throw') throw error;
    const reason = error instanceof Error ? error.message : String(error);
    defaultStream().write(`${place}: not saved, training goes on. ${reason}\n`);
    return false;
  }
}
