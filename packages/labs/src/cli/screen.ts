import type { WriteStream } from 'node:tty';
import { createColors } from 'picocolors';
import { inLanguage, type Language, type Text } from '../texts';
import { wrapText } from './wrap';

export interface ScreenOptions {
  json?: boolean;
  language?: Language;
  /** What commands to try repeat of this command line: `' --lang zh'`, or nothing. */
  langOption?: string;
}

/**
 * Where people's text goes, and in which language. With `json`, stdout belongs to programs and people read stderr.
 * Colours appear on a terminal only, and not where NO_COLOR is set.
 */
export class Screen {
  readonly json: boolean;
  readonly language: Language;
  readonly langOption: string;
  readonly stream: NodeJS.WriteStream;
  readonly colors: ReturnType<typeof createColors>;

  constructor({ json = false, language = 'en', langOption = '' }: ScreenOptions = {}) {
    this.json = json;
    this.language = language;
    this.langOption = langOption;
    this.stream = json ? process.stderr : process.stdout;
    this.colors = createColors(colorful(this.stream));
  }

  /** The text in the language of this screen. */
  words(text: Text): string {
    return inLanguage(text, this.language);
  }

  /** How many columns a line has; `undefined` where there is no terminal. */
  get columns(): number | undefined {
    return this.stream.isTTY === true ? this.stream.columns : undefined;
  }

  /** Says a text to people, its long lines broken between words. */
  tell(text: Text | string): void {
    this.say(wrapText(typeof text === 'string' ? text : this.words(text), this.columns));
  }

  /** Says a line to people. */
  say(line = ''): void {
    this.stream.write(`${line}\n`);
  }

  /** Gives a line to programs. */
  event(event: object): void {
    if (this.json) process.stdout.write(`${JSON.stringify(event)}\n`);
  }
}

function colorful(stream: WriteStream): boolean {
  const { NO_COLOR, FORCE_COLOR, TERM } = process.env;
  if (NO_COLOR !== undefined && NO_COLOR !== '') return false;
  if (FORCE_COLOR !== undefined && FORCE_COLOR !== '0') return true;
  return stream.isTTY === true && TERM !== 'dumb';
}

/**
 * A bar of a given width in eighths of a character.
 *
 * @example
 * bar(0.5, 4); // '██  '
 */
export function bar(share: number, width: number): string {
  const eighths = Math.round(Math.min(1, Math.max(0, share)) * width * 8);
  const full = '█'.repeat(eighths >> 3);
  const part = eighths % 8 === 0 ? '' : '▏▎▍▌▋▊▉'[(eighths % 8) - 1]!;
  return (full + part).padEnd(width);
}

/**
 * A picture in grey as text, two rows of pixels to a line.
 *
 * @example
 * picture(Float32Array.of(1, 0, 1, 1), 2); // '█▄'
 */
export function picture(pixels: Float32Array, width: number): string {
  const lines: string[] = [];
  for (let top = 0; top < pixels.length; top += 2 * width) {
    let line = '';
    for (let x = 0; x < width; x++) {
      const upper = pixels[top + x]! > 0.4;
      const lower = (pixels[top + width + x] ?? 0) > 0.4;
      line += upper ? (lower ? '█' : '▀') : lower ? '▄' : ' ';
    }
    lines.push(line);
  }
  return lines.join('\n');
}
