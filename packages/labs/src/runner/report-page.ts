import { type ReportFigure, report, toSVG } from '@tenlab/viz';
import type { LabFigure, LabStory, Picture } from '../define-lab';
import { inLanguage, type Language, type Text } from '../texts';
import type { StartEvent } from './events';
import type { CheckResult } from './run-lab';

export interface ReportPageOptions {
  story: LabStory;
  figures: readonly LabFigure[];
  checks: readonly CheckResult[];
  start: StartEvent;
  weights_sha256: string | null;
  language: Language;
  /** The day of the run, as it stands above the title. */
  day: string;
}

const words = {
  checks: { en: 'Checks', zh: '检查' },
  checked: { en: 'What a good run shows', zh: '一次好的运行应当达到' },
  columns: { en: 'What|Found|Met', zh: '项目|结果|达到' },
  met: { en: 'yes', zh: '是' },
  missed: { en: 'no', zh: '否' },
  unjudged: { en: 'too small a run to say', zh: '运行规模太小，无法判断' },
  next: { en: 'What to try next', zh: '接下来可以试试' },
  run: { en: 'tenlab run', zh: 'tenlab 运行记录' },
} satisfies Record<string, Text>;

/** Sets a lab's story, its pictures and its checks as one HTML page. */
export async function reportPage(options: ReportPageOptions): Promise<string> {
  const { story, figures, checks, start, weights_sha256, language, day } = options;
  const say = (text: Text) => inLanguage(text, language);
  const shown = new Map<string, ReportFigure>();
  for (const figure of figures) shown.set(figure.name, await rendered(figure, language));
  const sections = story.sections.map(({ figures: names = [], ...section }) => ({
    ...section,
    figures: names.flatMap((name) => shown.get(name) ?? []),
  }));
  const verdict = (passed: boolean | undefined) =>
    say(passed === undefined ? words.unjudged : passed ? words.met : words.missed);
  const rows = checks.map(({ title, found, passed }) => [title, found, verdict(passed)]);
  const table = { caption: say(words.checked), columns: say(words.columns).split('|'), rows };
  const seed = language === 'zh' ? '种子' : 'seed';
  const threads = language === 'zh' ? '线程' : start.threads === 1 ? 'thread' : 'threads';
  const sum = weights_sha256 === null ? '' : ` · sha256 ${weights_sha256.slice(0, 16)}…`;
  return report({
    language,
    eyebrow: `${say(words.run)} · ${day}`,
    title: story.title,
    summary: story.summary,
    numbers: story.numbers,
    sections: [
      ...sections,
      ...(checks.length > 0 ? [{ title: say(words.checks), tables: [table] }] : []),
      { title: say(words.next), list: story.next },
    ],
    footer: `${start.lab} · ${start.backend}, ${start.threads} ${threads} · ${seed} ${start.seed} · ${start.data.source}${sum}`,
  });
}

/** A figure's picture as an SVG text. */
export async function pictureSVG(picture: Picture, alt: string): Promise<string> {
  return 'svg' in picture ? picture.svg : toSVG(picture.spec, { alt });
}

async function rendered({ alt, caption, picture, narrow }: LabFigure, language: Language): Promise<ReportFigure> {
  const words = inLanguage(alt, language);
  const svg = await pictureSVG(picture, words);
  const small = narrow === undefined ? {} : { narrow: await pictureSVG(narrow, words) };
  return { svg, ...small, caption: inLanguage(caption, language) };
}
