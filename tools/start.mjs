/**
 * `npm start`: from a fresh clone to the first lab, with nothing but Node and npm.
 * Everything it says goes to stderr; stdout belongs to the lab, so that `npm start -- --json` is pure NDJSON.
 */
import { nodeProblem } from './setup/check-node.mjs';

const problem = nodeProblem(process.versions.node);
if (problem === undefined) {
  // Imported only now: an old Node would stumble over these files before it could say what is wrong.
  import('./setup/prepare-and-run.mjs').then(({ prepareAndRun }) =>
    prepareAndRun(['run', 'mnist-digits'].concat(process.argv.slice(2))).then((code) => {
      process.exitCode = code;
    }),
  );
} else {
  process.stderr.write(`${problem}\n`);
  process.exitCode = 1;
}
