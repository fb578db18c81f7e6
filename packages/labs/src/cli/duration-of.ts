import { refuse } from './usage';

const seconds = { s: 1, m: 60, h: 3600 } as const;

/**
 * Reads a time such as `90s`, `5m`, `1.5h` or `300` (seconds).
 *
 * @example
 * await durationOf('5m', '--max'); // 300
 *
 * @throws TenlabError `usage`
 */
export async function durationOf(text: string, option: string): Promise<number> {
  const [, number = '', unit = 's'] = /^(\d{1,6}(?:\.\d+)?)([smh])?$/.exec(text) ?? [];
  const value = Number(number) * seconds[unit as keyof typeof seconds];
  if (number !== '' && value >= 1) return value;
  return refuse(option, 'a time from one second on, in s, m or h', text, `For example \`${option} 5m\`.`);
}
