import { expect, it } from 'vitest';
import type { LabContext } from '../../define-lab';
import type { PricesRun } from './checks';
import { story } from './story';

const off = (mae: number) => ({ mae, rmse: 2 * mae, mse: 4 * mae * mae });
const net = { countParams: () => 98_741 };
const run = (ranking: string[]) =>
  ({
    data: { counts: { train: 1940, test: 300 }, scale: { least: 1000, most: 2930 } },
    net: { simple: net, lstm: net, gru: net },
    answers: {
      errors: { simple: off(60), lstm: off(50), gru: off(40), naive: off(31.5) },
      flat: off(900),
      ranking,
    },
    seconds: { training: 61, total: 70 },
  }) as unknown as PricesRun;
const context = (language: 'en' | 'zh') => ({ language, command: 'npx tenlab' }) as LabContext;
const usual = ['naive', 'gru', 'lstm', 'simple'];

it('says that the forecast without a network wins, where it does', () => {
  const { summary, sections } = story(run(usual), context('en'));
  expect(summary).toBe(
    "The best forecast of tomorrow's price is today's: off by 31.5 points on average. The best network, GRU, is off by 40.0.",
  );
  expect(sections[1]!.tables![0]!.rows.slice(0, 2)).toEqual([
    ['as the day before', 0, '31.5', '63.0', '3,969'],
    ['GRU', '98,741', '40.0', '80.0', '6,400'],
  ]);
});

it('says that a network wins, where it does, and that it may be luck', () => {
  expect(story(run(['gru', 'naive', 'lstm', 'simple']), context('en')).summary).toContain('may be luck');
});

it('says the same in Chinese, and leaves no English behind', () => {
  const told = JSON.stringify(story(run(usual), context('zh'))).replace(/`[^`]+`/g, '');
  expect(told).not.toMatch(/[a-z]{4,} [a-z]{3,} [a-z]{3,}/);
});
