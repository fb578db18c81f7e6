/** The languages in which labs speak. */
export type Language = (typeof languages)[number];

export const languages = ['en', 'zh'] as const;

/** A text in every language: a lab has no sentence that only some readers can read. */
export type Text = Readonly<Record<Language, string>>;

/** What stands before the number of an epoch. */
export const epochWord: Text = { en: 'Epoch', zh: '轮次' };

/**
 * The text in one language.
 *
 * @example
 * inLanguage({ en: 'digits', zh: '数字' }, 'zh'); // '数字'
 */
export function inLanguage(text: Text, language: Language): string {
  return text[language];
}

/**
 * A number as people read it: thousands apart, and no more decimals than asked for.
 *
 * @example
 * readable(121930); // '121,930'
 * readable(0.98824, 4); // '0.9882'
 */
export function readable(value: number, decimals = 0): string {
  return value.toLocaleString('en-US', { minimumFractionDigits: decimals, maximumFractionDigits: decimals });
}

/**
 * A time as people say it.
 *
 * @example
 * duration(74.6); // '1 min 15 s'
 * duration(74.6, 'zh'); // '1 分 15 秒'
 */
export function duration(seconds: number, language: Language = 'en'): string {
  const { minute, second, alone } = units[language];
  if (seconds < 10) return `${seconds.toFixed(1)} ${second}`;
  const whole = Math.round(seconds);
  if (whole < 60) return `${whole} ${second}`;
  const rest = whole % 60;
  return rest === 0 ? `${whole / 60} ${alone}` : `${Math.floor(whole / 60)} ${minute} ${rest} ${second}`;
}

const units = {
  en: { minute: 'min', second: 's', alone: 'min' },
  zh: { minute: '分', second: '秒', alone: '分钟' },
} satisfies Record<Language, object>;

/**
 * A share as people read it.
 *
 * @example
 * percent(0.98824); // '98.8 %'
 * percent(0.98824, 2); // '98.82 %'
 */
export function percent(share = Number.NaN, decimals = 1): string {
  return `${readable(100 * share, decimals)} %`;
}

/**
 * What reads the same in every language, such as a number.
 *
 * @example
 * inAll('98.8 %'); // { en: '98.8 %', zh: '98.8 %' }
 */
export function inAll(text: string): Text {
  return { en: text, zh: text };
}
