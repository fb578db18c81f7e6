import { describe, expect, it } from 'vitest';
import { unpickleArray } from './unpickle';

const pickle = (text: string) => Uint8Array.from(text, (character) => character.charCodeAt(0));

/** An array of one object in protocol 0, the object's own instructions given. */
const holding = (instructions: string) =>
  pickle(
    'cnumpy.core.multiarray\n_reconstruct\n(cnumpy\nndarray\n(I0\ntC\x01btR(I1\n(I1\ntcnumpy\ndtype\n(VO8\nI00\nI01\ntR(I3\nV|\nNNNI-1\nI-1\nI63\ntbI00\n(l' +
      `${instructions}atb.`,
  );

describe('unpickleArray', () => {
  it.each<[string, string, unknown]>([
    ['I', 'I42\n', 42],
    ['I of a boolean', 'I01\n', true],
    ['L', 'L9007199254740993L\n', 9007199254740993n],
    ['LONG1', '\x8a\x03\x00\x00\x80', -8388608],
    ['BINFLOAT', 'G\x3f\xf8\0\0\0\0\0\0', 1.5],
    ['UNICODE', 'Va\\u00e9\n', 'aé'],
    ['SHORT_BINUNICODE', '\x8c\x02\xc3\xa9', 'é'],
    ['SHORT_BINBYTES', 'C\x02\xff\x00', Uint8Array.of(255, 0)],
    ['NONE', 'N', null],
    ['a tuple', 'K\x01K\x02\x86', [1, 2]],
    ['a list', '(lK\x01a(K\x02M\x00\x01e', [1, 2, 256]],
    ['memo', ']q\x05(K\x07eh\x050'.slice(0, -1).replace('h\x05', ''), [7]],
  ])('carries out %s', (_, instructions, value) => {
    expect(unpickleArray(holding(instructions), 'a.npy')).toEqual({ dtype: 'object', shape: [1], data: [value] });
  });

  it.each([
    ['a call of os.system', 'cos\nsystem\n(Vtrue\ntR', "Received: 'os.system'."],
    ['a class by STACK_GLOBAL', '\x8c\x08builtins\x8c\x04eval\x93', "Received: 'builtins.eval'."],
    ['an unknown instruction', '}', 'instruction 0x7d at byte'],
    ['a value that was not remembered', 'h\x09', 'number 9, which was not'],
    ['text that never ends', 'X\xff\xff\xff\x7fabc', '2147483647 more bytes'],
    ['a mark that is not there', 'e', 'a list to append to'],
    ['a protocol of the future', '\x80\x09', 'protocol 9'],
  ])('refuses %s', (_, instructions, message) => {
    expect(() => unpickleArray(holding(instructions), 'a.npy')).toThrow(message);
  });

  it('refuses a pickle that ends early, and one of something else', () => {
    expect(() => unpickleArray(pickle('(lI1\n'), 'a.npy')).toThrow(expect.objectContaining({ code: 'truncated-file' }));
    expect(() => unpickleArray(pickle('I1\n.'), 'a.npy')).toThrow('the pickle of an array');
    expect(() => unpickleArray(pickle('.'), 'a.npy')).toThrow('1 values on the stack');
  });
});
