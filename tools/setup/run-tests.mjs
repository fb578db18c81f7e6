import { build, install, SetupError } from './prepare.mjs';
import { stages } from './stages.mjs';

/**
 * Installs, builds and runs every stage to its end, so that one run shows all that is wrong.
 *
 * @returns {Promise<number>} the exit code
 */
export async function runTests() {
  const total = { passed: 0, failed: 0 };
  try {
    await install();
    // The build is a check too, and the others stand on it.
    await build({ types: true });
    total.passed += 1;
  } catch (error) {
    if (!(error instanceof SetupError)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.stdout.write('\n0 passed, 1 failed\n');
    return error.code;
  }

  const summary = [];
  for (const { name, run } of stages) {
    process.stdout.write(`\n— ${name}\n`);
    const started = performance.now();
    const { passed, failed, notes = [] } = await run();
    const seconds = ((performance.now() - started) / 1000).toFixed(1);
    total.passed += passed;
    total.failed += failed;
    summary.push(`${failed === 0 ? '✓' : '✗'} ${name}: ${passed} passed, ${failed} failed (${seconds} s)`);
    summary.push(...notes.map((note) => `    ${note}`));
  }
  process.stdout.write(`\n${summary.join('\n')}\n\n${total.passed} passed, ${total.failed} failed\n`);
  return total.failed === 0 ? 0 : 1;
}
