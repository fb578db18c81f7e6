import type { LabStory } from '../define-lab';
import { duration, inLanguage, type Language, type Text } from '../texts';

/** The share of a limited time that is left for tests, answers and the report, and its most in seconds. */
const [reserve, mostReserve] = [0.15, 15];

/** When training must end, by the clock that `began` was read from, for a run to be over in time. */
export function trainingEnd(began: number, maxSeconds: number | undefined): number | undefined {
  if (maxSeconds === undefined) return undefined;
  return began + 1000 * (maxSeconds - Math.min(reserve * maxSeconds, mostReserve));
}

/** Tells people where training was when its time was up. */
export function timeUp(place: string, maxSeconds: number): Text {
  const [epoch, step] = place.match(/\d+/g) ?? [];
  return {
    en: `Time is up: training was stopped in ${place}, so that the run is over after ${duration(maxSeconds)} (--max).`,
    zh: `时间到：训练在第 ${epoch} 轮第 ${step} 步停止，好让整个运行在 ${duration(maxSeconds, 'zh')}内结束（--max）。`,
  };
}

/** The story, which says so first where training was stopped. */
export function withStop(
  story: LabStory,
  place: string | undefined,
  { maxSeconds, language = 'en' }: { maxSeconds?: number | undefined; language?: Language },
): LabStory {
  if (place === undefined || maxSeconds === undefined) return story;
  const title = inLanguage({ en: 'Stopped early', zh: '提前停止' }, language);
  const text = inLanguage(timeUp(place, maxSeconds), language);
  return { ...story, sections: [{ title, text: [text] }, ...story.sections] };
}
