/**
 * Shows a long step as one line on stderr: what is being done, then that it is done and how long it took.
 * Nothing is ever written to stdout, which belongs to the program that is started in the end.
 *
 * @template T
 * @param {{ doing: string, done: string }} labels
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function step({ doing, done }, work) {
  const live = process.stderr.isTTY === true;
  const started = performance.now();
  const seconds = () => ((performance.now() - started) / 1000).toFixed(0);
  process.stderr.write(live ? `· ${doing} …` : `· ${doing} …\n`);
  const ticking = live ? setInterval(() => process.stderr.write(`\r· ${doing} … ${seconds()} s`), 1000) : undefined;
  try {
    const result = await work();
    process.stderr.write(`${live ? '\r\x1b[K' : ''}✓ ${done} in ${seconds()} s\n`);
    return result;
  } catch (error) {
    if (live) process.stderr.write('\n');
    throw error;
  } finally {
    clearInterval(ticking);
  }
}
