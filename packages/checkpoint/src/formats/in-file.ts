import { inWords, TenlabError } from '@tenlab/core';

/** Runs a function; errors of ours that it throws name the file as their place, in front of their own. */
export async function inFile<T>(place: string, run: () => T | Promise<T>): Promise<T> {
  try {
    return await run();
  } catch (error) {
    if (!TenlabError.isInstance(error) || error.place?.startsWith(place)) throw error;
    const { code, expected, received, remedy, cause } = error;
    // What was in words shall not come out in quotes.
    const isWords = typeof received === 'string' && !error.message.includes(`Received: '${received}`);
    throw new TenlabError({
      code,
      place: error.place === undefined ? place : `${place}, ${error.place}`,
      expected,
      received: isWords ? inWords(received) : received,
      remedy,
      cause: cause ?? error,
    });
  }
}
