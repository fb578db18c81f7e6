import { describe, expect, it } from 'vitest';
import { checkChoice, checkOptions } from './check-options';

describe('checkOptions', () => {
  const known = ['epochs', 'batchSize', 'validationSplit'];

  it('accepts known options, and none at all', () => {
    expect(() => checkOptions({ epochs: 1, batchSize: undefined }, known, 'fit')).not.toThrow();
    expect(() => checkOptions({}, known, 'fit')).not.toThrow();
    expect(() => checkOptions(undefined, known, 'fit')).not.toThrow();
  });

  it('names the unknown option and the nearest known one', () => {
    expect(() => checkOptions({ epoch: 3 }, known, 'fit')).toThrowErrorMatchingInlineSnapshot(
      `[TenlabError: fit: no option \`epoch\` exists. Received: { epoch: 3 }. Did you mean \`epochs\`? The options are \`epochs\`, \`batchSize\`, \`validationSplit\`.]`,
    );
    expect(() => checkOptions({ batchsize: 3 }, known, 'fit')).toThrowErrorMatchingInlineSnapshot(
      `[TenlabError: fit: no option \`batchsize\` exists. Received: { batchsize: 3 }. Did you mean \`batchSize\`? The options are \`epochs\`, \`batchSize\`, \`validationSplit\`.]`,
    );
  });

  it('prefers a name that has the given one as a word', () => {
    expect(() => checkOptions({ batch: 3 }, known, 'fit')).toThrow('Did you mean `batchSize`?');
    expect(() => checkChoice('gpu', ['cpu', 'tensorflow-gpu'], '`name`', 'useBackend')).toThrow("'tensorflow-gpu'?");
  });

  it('suggests nothing where nothing is near', () => {
    expect(() => checkOptions({ colour: 'red' }, known, 'fit')).toThrowErrorMatchingInlineSnapshot(
      `[TenlabError: fit: no option \`colour\` exists. Received: { colour: 'red' }. The options are \`epochs\`, \`batchSize\`, \`validationSplit\`.]`,
    );
    expect(() => checkOptions({ colour: 'red' }, [], 'fit')).toThrowErrorMatchingInlineSnapshot(
      `[TenlabError: fit: no option \`colour\` exists. Received: { colour: 'red' }. The options are none.]`,
    );
  });

  it.each([null, 3, 'epochs', [1]])('refuses %s in place of options', (options) => {
    expect(() => checkOptions(options, known, 'fit')).toThrowError(
      expect.objectContaining({ code: 'invalid-argument', received: options }),
    );
  });

  it('says what options are', () => {
    expect(() => checkOptions(3, known, 'fit')).toThrowErrorMatchingInlineSnapshot(
      `[TenlabError: fit: the options must be an object. Received: 3. Pass an object with any of \`epochs\`, \`batchSize\`, \`validationSplit\`.]`,
    );
  });
});

describe('checkChoice', () => {
  const known = ['auto', 'wasm', 'cpu'] as const;

  it('accepts the known names', () => {
    for (const name of known) expect(() => checkChoice(name, known, '`name`', 'useBackend')).not.toThrow();
  });

  it('names the nearest and all', () => {
    expect(() => checkChoice('wsm', known, '`name`', 'useBackend')).toThrowErrorMatchingInlineSnapshot(
      `[TenlabError: useBackend: \`name\` must be one of 'auto', 'wasm', 'cpu'. Received: 'wsm'. Did you mean 'wasm'?]`,
    );
    expect(() => checkChoice('WASM', known, '`name`', 'useBackend')).toThrowErrorMatchingInlineSnapshot(
      `[TenlabError: useBackend: \`name\` must be one of 'auto', 'wasm', 'cpu'. Received: 'WASM'. Did you mean 'wasm'?]`,
    );
    expect(() => checkChoice('cuda', known, '`name`', 'useBackend')).toThrowErrorMatchingInlineSnapshot(
      `[TenlabError: useBackend: \`name\` must be one of 'auto', 'wasm', 'cpu'. Received: 'cuda'. Pass one of these names.]`,
    );
    expect(() => checkChoice(undefined, known, '`name`', 'useBackend')).toThrowErrorMatchingInlineSnapshot(
      `[TenlabError: useBackend: \`name\` must be one of 'auto', 'wasm', 'cpu'. Received: undefined. Pass one of these names.]`,
    );
  });
});
