import { expect, it } from 'vitest';
import { buildProgram } from './program';
import { Screen } from './screen';

const programs = (['en', 'zh'] as const).map((language) => buildProgram(new Screen({ language }), () => {}));

it('takes --json and --lang everywhere', () => {
  for (const command of programs[0]!.commands) {
    expect(command.options.map(({ long }) => long)).toEqual(expect.arrayContaining(['--json', '--lang']));
  }
});

it('says everything in Chinese too, and offers the same', () => {
  const [english, chinese] = programs.map((program) => [program, ...program.commands]);
  chinese!.forEach((command, index) => {
    expect(command.name()).toBe(english![index]!.name());
    expect(command.options.map(({ flags }) => flags)).toEqual(english![index]!.options.map(({ flags }) => flags));
    for (const text of [command.description(), ...command.options.map(({ description }) => description)]) {
      expect(text).toMatch(/[\u4e00-\u9fff]/);
    }
  });
  expect(programs[1]!.helpInformation()).toMatch(/用法：[\s\S]*选项：[\s\S]*命令：/);
});
