import { execFileSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { cifarBinary, cifarPickle } from '../testing/cifar-files';
import { parseCifar } from './cifar';
import { parseCifarPickle } from './cifar-pickle';

describe('parseCifarPickle', () => {
  it('reads the same as from the binary form', () => {
    expect(parseCifarPickle(cifarPickle())).toEqual(parseCifar(cifarBinary()));
  });

  it('ends with an error, wherever the file is cut', () => {
    const whole = cifarPickle();
    for (let length = 0; length < whole.length; length += 97) {
      expect(() => parseCifarPickle(whole.subarray(0, length), 'data_batch_1'), `${length}`).toThrow(
        expect.objectContaining({ name: 'TenlabError', place: 'data_batch_1' }),
      );
    }
  });

  it('never does worse than an error on a changed byte', () => {
    const whole = cifarPickle();
    for (let at = 0; at < 400; at++) {
      for (const bit of [1, 16, 128]) {
        const changed = whole.slice();
        changed[at]! ^= bit;
        try {
          parseCifarPickle(changed);
        } catch (error) {
          expect(error).toMatchObject({ name: 'TenlabError' });
        }
      }
    }
  });

  it('refuses other pickles, and runs nothing of them', () => {
    const evil = Buffer.from('cos\nsystem\n(U\x11touch /tmp/hackedtR.', 'latin1');
    expect(() => parseCifarPickle(evil)).toThrow('a record with `labels` and `data`. Received: another one');
    expect(() => parseCifarPickle(Buffer.from('\x80\x02}.', 'latin1'))).toThrow('a record with');
    expect(() => parseCifarPickle(Buffer.from('\x80\x02\x8f.', 'latin1'))).toThrow('instruction');
  });
});

const python = whyNoPython();
describe.skipIf(python)(`Python's own pickle${python ? ` (skipped: ${python})` : ''}`, () => {
  it('opens what the test made', () => {
    const program =
      'import pickle, pickletools, sys; pickletools.dis(sys.stdin.buffer.read(), out=open("/dev/null", "w"))';
    expect(() =>
      execFileSync('python3', ['-c', program], { input: cifarPickle(), stdio: ['pipe', 'ignore', 'pipe'] }),
    ).not.toThrow();
  });
});

function whyNoPython(): string | undefined {
  try {
    execFileSync('python3', ['-c', ''], { stdio: 'ignore' });
    return undefined;
  } catch {
    return 'no python3 on this machine';
  }
}
