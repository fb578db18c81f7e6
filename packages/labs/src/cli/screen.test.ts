import { afterEach, expect, it, vi } from 'vitest';
import { bar, picture, Screen } from './screen';

afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllEnvs();
});

it('draws bars in eighths of a character', () => {
  expect([bar(0, 4), bar(0.5, 4), bar(1, 4), bar(1 / 32, 4), bar(7, 2)]).toEqual([
    '    ',
    '██  ',
    '████',
    '▏   ',
    '██',
  ]);
});

it('draws two rows of pixels to a line, an odd last one alone', () => {
  expect(picture(Float32Array.of(1, 0, 1, 1, 0, 1), 2)).toBe('█▄\n ▀');
});

it('keeps stdout for programs with --json, and for people without', () => {
  const out = vi.spyOn(process.stdout, 'write').mockReturnValue(true);
  const error = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
  const forPrograms = new Screen({ json: true });
  forPrograms.say('hello');
  forPrograms.event({ event: 'x' });
  expect([out.mock.calls, error.mock.calls]).toEqual([[['{"event":"x"}\n']], [['hello\n']]]);
  const forPeople = new Screen();
  forPeople.say('hello');
  forPeople.event({ event: 'x' });
  expect(out.mock.calls).toHaveLength(2);
  expect(out.mock.calls[1]).toEqual(['hello\n']);
});

it('has no colours where there is no terminal, nor where NO_COLOR asks for none', () => {
  expect(new Screen({ json: true }).colors.isColorSupported).toBe(process.stderr.isTTY === true);
  vi.stubEnv('FORCE_COLOR', '1');
  expect(new Screen().colors.isColorSupported).toBe(true);
  vi.stubEnv('NO_COLOR', '1');
  expect(new Screen().colors.isColorSupported).toBe(false);
});
