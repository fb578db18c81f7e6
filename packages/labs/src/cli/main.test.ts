import { expect, it } from 'vitest';
import { captured } from '../testing/captured';
import { main } from './main';

it.each([[[]], [['list']], [['--help']], [['run', '--help']], [['--version']]])(
  'answers %j on stdout alone, with exit code 0',
  async (args) => {
    const { result, out, error } = await captured(() => main(args));
    expect([result, error]).toEqual([0, '']);
    expect(out).not.toBe('');
  },
);

it.each([[['nonsense']], [['list', '--nonsense']], [['list', 'more']], [['run']], [['--lang', 'xx']]])(
  'refuses %j with exit code 2',
  async (args) => {
    const { result, out, error } = await captured(() => main(args));
    expect([result, out]).toEqual([2, '']);
    expect(error).toMatch(/Received: .+\. .+\./s);
  },
);
