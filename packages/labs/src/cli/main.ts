// The command line. Only what reads it is loaded here; each command brings the rest when it runs, so that help and lists
// appear at once.
import { Command, CommanderError } from 'commander';
import { version } from '../../package.json';
import { languages } from '../texts';
import type { DataFlags } from './data';
import type { ExerciseFlags } from './exercise-of';
import type { PredictFlags } from './predict';
import type { RunFlags } from './run';
import { Screen } from './screen';

const help = 'show help';

/** Runs `tenlab` with its arguments and returns the exit code: 0, 1 after a failure, 2 after a mistake in the arguments. */
export async function main(args: string[]): Promise<number> {
  let code = 0;
  try {
    const program = build(args, (result) => {
      code = result;
    });
    await program.parseAsync(args, { from: 'user' });
    return code;
  } catch (error) {
    if (error instanceof CommanderError && error.exitCode === 0) return 0;
    const { explain } = await import('./explain');
    return explain(error, new Screen({ json: args.includes('--json') }));
  }
}

function build(args: string[], finished: (code: number) => void): Command {
  const screen = new Screen({ json: args.includes('--json') });
  const program = new Command('tenlab')
    .description('Deep learning you can learn from: labs that train on this machine.')
    .version(version, '-v, --version', 'print the version')
    .helpOption('-h, --help', help)
    .helpCommand(false)
    .exitOverride()
    .configureOutput({ writeErr: () => {} })
    // An option after a command is the command's: both have a `--lang`.
    .enablePositionalOptions()
    .option('--lang <language>', `language of the greeting: ${languages.join(' or ')} (default: en)`)
    .option('--json', 'what to do next as one JSON line')
    .action(async ({ lang = 'en' }: { lang?: string }, command: Command) => {
      if (command.args.length > 0)
        command.error(`unknown command '${command.args[0]}'`, { code: 'commander.unknownCommand' });
      const [{ greet }, { oneOf }] = await Promise.all([import('./greet'), import('./usage')]);
      await greet(screen, await oneOf(lang, '--lang', languages));
    })
    .allowExcessArguments()
    .hook('preAction', (root, chosen) => {
      // These speak English only, and an option must not be ignored.
      const deaf = ['predict', 'doctor', 'data', 'ckpt'].includes(chosen.name());
      if (deaf && root.opts().lang !== undefined)
        chosen.error("unknown option '--lang'", { code: 'commander.unknownOption' });
    });
  const command = (name: string, description: string) =>
    program.command(name).description(description).helpOption('-h, --help', help).allowExcessArguments(false);

  command('list', 'list the labs')
    .option('--lang <language>', `${languages.join(' or ')} (default: en)`)
    .option('--json', 'one JSON line for each lab')
    .action(async (_: object, self: Command) => {
      const { lang = 'en' } = self.optsWithGlobals<{ lang?: string }>();
      const [{ list }, { oneOf }] = await Promise.all([import('./list'), import('./usage')]);
      await list(screen, await oneOf(lang, '--lang', languages));
    });

  command('run <lab>', 'run a lab, by its name or its number')
    .option('--epochs <n>', 'how often to go through the training data')
    .option('--batch-size <n>', 'examples in one training step')
    .option('--backend <name>', 'auto, tensorflow-gpu, wasm, tensorflow or cpu', 'auto')
    .option('--threads <n>', 'threads that compute (default: all cores)')
    .option('--seed <n>', 'the same seed gives the same run', '1')
    .option('--limit <n>', 'use the first n examples only')
    .option('--tier <size>', 'smoke, laptop or full', 'laptop')
    .option('--lang <language>', `language of the lab and its report: ${languages.join(' or ')} (default: en)`)
    .option('--out <folder>', 'folder for what comes out (default: runs/LAB-TIME)')
    .option('--json', 'events as JSON lines on stdout, text for people on stderr')
    .action(async (lab: string, _: object, self: Command) =>
      finished(await (await import('./run')).run(lab, self.optsWithGlobals<RunFlags>(), screen)),
    );

  const language = `${languages.join(' or ')} (default: en)`;
  const folder = 'where the exercise lies (default: exercises/LAB)';

  command('start <lab>', "write a lab's exercise into a folder, to be filled in")
    .option('--folder <folder>', folder)
    .option('--lang <language>', language)
    .option('--json', 'the file as one JSON line')
    .action(async (lab: string, _: object, self: Command) =>
      finished(await (await import('./start')).start(lab, self.optsWithGlobals<ExerciseFlags>(), screen)),
    );

  command('check <lab>', 'judge an exercise, step by step')
    .option('--hint', 'show one more hint for the step that does not pass')
    .option('--folder <folder>', folder)
    .option('--lang <language>', language)
    .option('--json', 'each step as a JSON line')
    .action(async (lab: string, _: object, self: Command) =>
      finished(await (await import('./check')).check(lab, self.optsWithGlobals<ExerciseFlags>(), screen)),
    );

  command('watch <lab>', 'judge an exercise each time it is saved')
    .option('--folder <folder>', folder)
    .option('--lang <language>', language)
    .option('--json', 'each step as a JSON line')
    .action(async (lab: string, _: object, self: Command) =>
      finished(await (await import('./watch')).watch(lab, self.optsWithGlobals<ExerciseFlags>(), screen)),
    );

  command('solution <lab>', 'show a solution, once the exercise passes')
    .option('--give-up', 'show it all the same')
    .option('--folder <folder>', folder)
    .option('--lang <language>', language)
    .option('--json', 'the text in one JSON line')
    .action(async (lab: string, _: object, self: Command) =>
      finished(await (await import('./solution')).solution(lab, self.optsWithGlobals<ExerciseFlags>(), screen)),
    );

  command('predict <lab>', 'let a trained lab read a picture')
    .requiredOption('--image <file>', 'a PNG of any size, dark on light or light on dark')
    .option('--weights <path>', "a run's folder or a weights file (default: the newest finished run)")
    .option('--json', 'the answer as one JSON line on stdout')
    .action(async (lab: string, flags: PredictFlags) =>
      finished(await (await import('./predict')).predict(lab, flags, screen)),
    );

  command('data <action> [sets...]', 'data sets: list, pull (fetch), verify (check) or inspect (look over)')
    .option('--all', 'all of them')
    .option('--full', 'whole sets, where a package brings only a part')
    .option('--json', 'one JSON line for each set')
    .action(async (action: string, sets: string[], flags: DataFlags) =>
      finished(await (await import('./data')).data(action, sets, flags, screen)),
    );

  command('ckpt <action> <files...>', 'files of weights: ls (list), diff (compare two) or convert (one to another)')
    .option('--json', 'one JSON line for each tensor or difference')
    .action(async (action: string, files: string[]) =>
      finished(await (await import('./ckpt')).ckpt(action, files, screen)),
    );

  command('doctor', 'say what runs here, and what would make it faster')
    .option('--json', 'findings as JSON lines')
    .action(async () => finished(await (await import('./doctor')).doctor(screen)));

  return program;
}
