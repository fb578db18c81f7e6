import { type Language, languages } from '../texts';

/** The language that was asked for. */
export interface AskedLanguage {
  language: Language;
  /** How it was asked for on the command line, to be repeated in commands to try: `' --lang zh'`, or nothing. */
  option: string;
}

/**
 * The language of the command line: `--lang`, otherwise the one of the machine (`LC_ALL`, `LC_MESSAGES`, `LANG`), otherwise English.
 *
 * @example
 * languageOf(['list', '--lang', 'zh'], {}); // { language: 'zh', option: ' --lang zh' }
 * languageOf(['list'], { LANG: 'zh_CN.UTF-8' }); // { language: 'zh', option: '' }
 */
export function languageOf(args: readonly string[], env: Readonly<Record<string, string | undefined>>): AskedLanguage {
  const asked = languages.find((language) => language === askedFor(args));
  if (asked !== undefined) return { language: asked, option: ` --lang ${asked}` };
  const machine = env.LC_ALL || env.LC_MESSAGES || env.LANG || '';
  return { language: /^zh/i.test(machine) ? 'zh' : 'en', option: '' };
}

/** What stands after the last `--lang`; whether it is a language is judged where the command is read. */
function askedFor(args: readonly string[]): string | undefined {
  const values = args.flatMap((arg, index) =>
    arg === '--lang' ? (args[index + 1] ?? []) : (/^--lang=(.*)/.exec(arg)?.[1] ?? []),
  );
  return values.at(-1);
}
