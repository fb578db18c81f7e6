import { TenlabError } from '@tenlab/core';
import { CommanderError } from 'commander';
import { expect, it } from 'vitest';
import { captured } from '../testing/captured';
import { explain } from './explain';
import { Screen } from './screen';

const failure = new TenlabError({ code: 'disk-full', expected: 'space', received: 0, remedy: 'Free some.' });

it('tells people on stderr, and programs on stdout', async () => {
  const { result, out, error } = await captured(() => explain(failure, new Screen({ json: true })));
  expect(result).toBe(1);
  expect(out).toBe('{"event":"error","code":"disk-full","message":"space. Received: 0. Free some."}\n');
  expect(error).toContain('space. Received: 0. Free some.');
});

it('keeps stdout clean without --json', async () => {
  expect((await captured(() => explain(failure, new Screen()))).out).toBe('');
});

it('puts mistakes in the arguments into three parts, with exit code 2', async () => {
  const mistake = new CommanderError(
    1,
    'commander.unknownOption',
    "error: unknown option '--epoch'\n(Did you mean --epochs?)",
  );
  const { result, error } = await captured(() => explain(mistake, new Screen()));
  expect(result).toBe(2);
  expect(error).toContain("an option that this command knows. Received: '--epoch'. Did you mean --epochs? See `");
});

it('calls what nobody foresaw a defect, with its stack', async () => {
  const { result, out, error } = await captured(() => explain(new RangeError('oops'), new Screen({ json: true })));
  expect(result).toBe(1);
  expect(JSON.parse(out)).toEqual({ event: 'error', code: 'defect', message: 'oops' });
  expect(error).toMatch(/oops[\s\S]+RangeError[\s\S]+defect of tenlab/);
});
