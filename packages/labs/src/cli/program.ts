import { Command } from 'commander';
import { version } from '../../package.json';
import { languages, type Text } from '../texts';
import type { CompareFlags } from './compare';
import type { DataFlags } from './data';
import type { ExerciseFlags } from './exercise-of';
import type { PredictFlags } from './predict';
import type { RunFlags } from './run-flags';
import type { Screen } from './screen';

/** Every command of `tenlab` with its options, as commander takes them; `finished` is told the exit code. */
export function buildProgram(screen: Screen, finished: (code: number) => void): Command {
  const t = (en: string, zh: string) => screen.words({ en, zh });
  const help = t('show help', '显示帮助');
  const language = t(
    `language: ${languages.join(' or ')} (default: the one of this machine, or en)`,
    `语言：${languages.join(' 或 ')}（默认：本机的语言，否则 en）`,
  );
  const program = new Command('tenlab')
    .description(
      t(
        'Deep learning you can learn from: labs that train on this machine.',
        '可以跟着学的深度学习：在这台机器上训练的实验。',
      ),
    )
    .version(version, '-v, --version', t('print the version', '显示版本'))
    .helpOption('-h, --help', help)
    .helpCommand(false)
    .exitOverride()
    .configureOutput({ writeErr: () => {} })
    .configureHelp({ styleTitle: (title) => screen.words(titles[title] ?? { en: title, zh: title }) })
    // An option after a command is the command's: both have a `--lang`.
    .enablePositionalOptions()
    .option('--lang <language>', language)
    .option('--json', t('what to do next as one JSON line', '以一行 JSON 说明下一步'))
    .hook('preAction', async (_, chosen) => {
      const { lang } = chosen.optsWithGlobals<{ lang?: string }>();
      if (lang !== undefined) await (await import('./usage')).oneOf(lang, '--lang', languages);
    })
    .action(async (_: object, command: Command) => {
      if (command.args.length > 0)
        command.error(`unknown command '${command.args[0]}'`, { code: 'commander.unknownCommand' });
      await (await import('./greet')).greet(screen);
    })
    .allowExcessArguments();
  const command = (usage: string, description: Text, json: Text) =>
    program
      .command(usage)
      .description(screen.words(description))
      .helpOption('-h, --help', help)
      .allowExcessArguments(false)
      .option('--lang <language>', language)
      .option('--json', screen.words(json));
  const lab = (usage: string, description: Text, json: Text) =>
    command(`${usage} <lab>`, description, json).option(
      '--folder <folder>',
      t('where the exercise lies (default: exercises/LAB)', '练习所在的文件夹（默认：exercises/LAB）'),
    );
  const steps = { en: 'each step as a JSON line', zh: '每一步一行 JSON' };

  command(
    'list',
    { en: 'list the labs, and how far you are', zh: '列出实验和你的进度' },
    { en: 'one JSON line for each lab', zh: '每个实验一行 JSON' },
  ).action(async () => (await import('./list')).list(screen));

  command(
    'run <lab>',
    { en: 'run a lab, by its name or its number', zh: '按名称或编号运行一个实验' },
    {
      en: 'events as JSON lines on stdout, text for people on stderr',
      zh: '标准输出为 JSON 事件，给人看的文字在标准错误',
    },
  )
    .option('--epochs <n>', t('how often to go through the training data', '把训练数据过多少遍'))
    .option('--batch-size <n>', t('examples in one training step', '每个训练步的样本数'))
    .option(
      '--backend <name>',
      t(
        'auto, tensorflow-gpu, wasm, tensorflow or cpu (default: auto)',
        'auto、tensorflow-gpu、wasm、tensorflow 或 cpu（默认：auto）',
      ),
    )
    .option('--threads <n>', t('threads that compute (default: all cores)', '计算线程数（默认：所有核）'))
    .option('--seed <n>', t('the same seed gives the same run (default: 1)', '种子相同，结果就相同（默认：1）'))
    .option('--limit <n>', t('use the first n examples only', '只用前 n 个样本'))
    .option('--tier <size>', t('smoke, laptop or full (default: laptop)', 'smoke、laptop 或 full（默认：laptop）'))
    .option(
      '--bundled',
      t('use the data that come along, whatever else is on this machine', '只用随包附带的数据，不管本机还有什么'),
    )
    .option('--max <time>', t('stop training in time, such as 5m or 90s', '到时间就停止训练，例如 5m 或 90s'))
    .option('--resume', t('go on with a run that was ended', '继续中断的运行'))
    .option(
      '--out <folder>',
      t('folder for what comes out (default: runs/LAB-TIME)', '结果所在的文件夹（默认：runs/LAB-TIME）'),
    )
    .action(async (name: string, flags: RunFlags) => finished(await (await import('./run')).run(name, flags, screen)));

  command(
    'runs',
    { en: 'list the runs there are', zh: '列出已有的运行' },
    { en: 'one JSON line for each run', zh: '每次运行一行 JSON' },
  ).action(async () => (await import('./runs')).runs(screen));

  command(
    'compare <run> <other>',
    { en: 'two runs: numbers side by side, curves together', zh: '比较两次运行：数字并排，曲线合在一起' },
    { en: 'the numbers as one JSON line', zh: '数字合成一行 JSON' },
  )
    .option(
      '--out <folder>',
      t(
        'folder for the pictures (default: runs/compare-RUN-OTHER)',
        '图片所在的文件夹（默认：runs/compare-RUN-OTHER）',
      ),
    )
    .action(async (run: string, other: string, flags: CompareFlags) =>
      (await import('./compare')).compare(run, other, flags, screen),
    );

  lab(
    'start',
    { en: "write a lab's exercise into a folder, to be filled in", zh: '把实验的练习写入文件夹，由你补全' },
    {
      en: 'the file as one JSON line',
      zh: '以一行 JSON 给出文件',
    },
  ).action(async (name: string, flags: ExerciseFlags) =>
    finished(await (await import('./start')).start(name, flags, screen)),
  );

  lab('check', { en: 'judge an exercise, step by step', zh: '逐步检查练习' }, steps)
    .option('--hint', t('show one more hint for the step that does not pass', '为没通过的那一步再给一个提示'))
    .action(async (name: string, flags: ExerciseFlags) =>
      finished(await (await import('./check')).check(name, flags, screen)),
    );

  lab('watch', { en: 'judge an exercise each time it is saved', zh: '每次保存都检查练习' }, steps).action(
    async (name: string, flags: ExerciseFlags) => finished(await (await import('./watch')).watch(name, flags, screen)),
  );

  lab(
    'solution',
    { en: 'show a solution, once the exercise passes', zh: '练习通过后显示解答' },
    {
      en: 'the text in one JSON line',
      zh: '文本放在一行 JSON 里',
    },
  )
    .option('--give-up', t('show it all the same', '没通过也显示'))
    .action(async (name: string, flags: ExerciseFlags) =>
      finished(await (await import('./solution')).solution(name, flags, screen)),
    );

  command(
    'predict <lab>',
    { en: 'let a trained lab read a picture', zh: '让训练好的实验识别一张图片' },
    {
      en: 'the answer as one JSON line on stdout',
      zh: '以一行 JSON 给出答案',
    },
  )
    .requiredOption(
      '--image <file>',
      t('a PNG of any size, dark on light or light on dark', '任意大小的 PNG，深底浅字或浅底深字皆可'),
    )
    .option(
      '--weights <path>',
      t(
        "a run's folder or a weights file (default: the newest finished run)",
        '运行的文件夹或权重文件（默认：最近完成的运行）',
      ),
    )
    .action(async (name: string, flags: PredictFlags) =>
      finished(await (await import('./predict')).predict(name, flags, screen)),
    );

  command(
    'new <folder>',
    { en: 'begin a project of your own on these packages', zh: '用这些包开始自己的项目' },
    {
      en: 'the files as one JSON line',
      zh: '以一行 JSON 给出文件',
    },
  ).action(async (folder: string) => (await import('./new-project')).newProject(folder, screen));

  command(
    'data <action> [sets...]',
    {
      en: 'data sets: list, pull (fetch), verify (check) or inspect (look over)',
      zh: '数据集：list（列出）、pull（下载）、verify（核对）、inspect（查看）',
    },
    { en: 'one JSON line for each set', zh: '每个数据集一行 JSON' },
  )
    .option('--all', t('all of them', '全部'))
    .option('--full', t('whole sets, where a package brings only a part', '包里只带一部分时，取完整数据集'))
    .option('--mirror <url>', t('pull from this folder of published files', '从这个存放发布文件的地址下载'))
    .action(async (action: string, sets: string[], flags: DataFlags) =>
      finished(await (await import('./data')).data(action, sets, flags, screen)),
    );

  command(
    'ckpt <action> <files...>',
    {
      en: 'files of weights: ls (list), diff (compare two) or convert (one to another)',
      zh: '权重文件：ls（列出）、diff（比较两个）、convert（转换格式）',
    },
    { en: 'one JSON line for each tensor or difference', zh: '每个张量或差异一行 JSON' },
  ).action(async (action: string, files: string[]) =>
    finished(await (await import('./ckpt')).ckpt(action, files, screen)),
  );

  command(
    'doctor',
    { en: 'say what runs here, and what would make it faster', zh: '检查这台机器能运行什么、怎样更快' },
    {
      en: 'findings as JSON lines',
      zh: '每项检查一行 JSON',
    },
  ).action(async () => finished(await (await import('./doctor')).doctor(screen)));

  return program;
}

/** Commander's own headings. */
const titles: Readonly<Record<string, Text>> = {
  'Usage:': { en: 'Usage:', zh: '用法：' },
  'Arguments:': { en: 'Arguments:', zh: '参数：' },
  'Options:': { en: 'Options:', zh: '选项：' },
  'Global Options:': { en: 'Global Options:', zh: '全局选项：' },
  'Commands:': { en: 'Commands:', zh: '命令：' },
};
