// The command line. Only what reads it is loaded here; each command brings the rest when it runs, so that help and lists
// appear at once.
import { CommanderError } from 'commander';
import { languageOf } from './language';
import { buildProgram } from './program';
import { Screen } from './screen';

/** Runs `tenlab` with its arguments and returns the exit code: 0, 1 after a failure, 2 after a mistake in the arguments. */
export async function main(args: string[]): Promise<number> {
  const { language, option } = languageOf(args, process.env);
  const screen = new Screen({ json: args.includes('--json'), language, langOption: option });
  let code = 0;
  try {
    const program = buildProgram(screen, (result) => {
      code = result;
    });
    await program.parseAsync(args, { from: 'user' });
    return code;
  } catch (error) {
    if (error instanceof CommanderError && error.exitCode === 0) return 0;
    const { explain } = await import('./explain');
    return explain(error, screen);
  }
}
