import { inWords, TenlabError } from '@tenlab/core';
import { CommanderError } from 'commander';
import { commandName } from './command-name';
import type { Screen } from './screen';
import { usageCode } from './usage';

/** Tells people, and programs, why a command failed; returns the exit code. */
export function explain(error: unknown, screen: Screen): number {
  const told = error instanceof CommanderError ? usageError(error) : error;
  const { red, dim } = screen.colors;
  if (TenlabError.isInstance(told)) {
    screen.event({ event: 'error', code: told.code, message: told.message });
    process.stderr.write(`${red(screen.words({ en: 'Error', zh: '错误' }))} ${told.message}\n`);
    return told.code === usageCode || told.code === 'unknown-lab' ? 2 : 1;
  }
  const { message, stack } = told instanceof Error ? told : new Error(String(told));
  screen.event({ event: 'error', code: 'defect', message });
  process.stderr.write(`${red(screen.words({ en: 'Error', zh: '错误' }))} ${message}\n${dim(stack ?? '')}\n`);
  const defect = {
    en: 'This is a defect of tenlab, not of yours. Please report it with the lines above.',
    zh: '这是 tenlab 的缺陷，不是你的错。请连同上面几行一起报告。',
  };
  process.stderr.write(`${screen.words(defect)}\n`);
  return 1;
}

/** What commander found wrong, in three parts. */
function usageError({ code, message }: CommanderError): TenlabError {
  const [first = '', hint = ''] = message.replace(/^error: /, '').split('\n');
  const named = /'([^']+)'/.exec(first)?.[1];
  const seeHelp = `See \`${commandName} --help\`.`;
  const remedy = hint === '' ? seeHelp : `${hint.replace(/^\((.*)\)$/, '$1')} ${seeHelp}`;
  const expected = expectations[code] ?? 'arguments that this command takes';
  const missing = code === 'commander.missingArgument' || code === 'commander.missingMandatoryOptionValue';
  const received = missing ? inWords(`none (${first})`) : named === undefined ? inWords(first) : named;
  return new TenlabError({ code: usageCode, place: 'tenlab', expected, received, remedy });
}

const expectations: Record<string, string> = {
  'commander.unknownOption': 'an option that this command knows',
  'commander.unknownCommand':
    'one of the commands list, run, runs, compare, start, check, watch, solution, predict, new, data, ckpt, doctor',
  'commander.missingArgument': 'the name or the number of a lab after the command',
  'commander.missingMandatoryOptionValue': 'the option that this command cannot do without',
  'commander.optionMissingArgument': 'a value after the option',
  'commander.excessArguments': 'no further arguments',
};
