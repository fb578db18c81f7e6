#!/usr/bin/env node
import { main } from './cli/main';

// A reader that has seen enough closes the pipe (`tenlab list | head`): that is no failure.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0);
  throw error;
});

main(process.argv.slice(2)).then((code) => {
  // Exits by name, and takes the compute threads along; what was printed is out first.
  process.stdout.write('', () => process.stderr.write('', () => process.exit(code)));
});
