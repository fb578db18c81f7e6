/**
 * `npm test`: every check of the workspace on a fresh clone, with nothing but Node and npm.
 * Its last line is `N passed, N failed`.
 */
import { nodeProblem } from './setup/check-node.mjs';

const problem = nodeProblem(process.versions.node);
if (problem === undefined) {
  // Imported only now: an old Node would stumble over these files before it could say what is wrong.
  import('./setup/run-tests.mjs').then(({ runTests }) =>
    runTests().then((code) => {
      process.exitCode = code;
    }),
  );
} else {
  process.stderr.write(`${problem}\n`);
  process.exitCode = 1;
}
