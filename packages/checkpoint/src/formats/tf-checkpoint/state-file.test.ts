import { describe, expect, it } from 'vitest';
import { describeWithFixtures, readExpected, readFixture } from '../../testing/fixtures';
import { formatCheckpointState, parseCheckpointState } from './state-file';

const parse = (text: string) => parseCheckpointState(new TextEncoder().encode(text), 'checkpoint');

describe('the state file', () => {
  it('is read as it was written', () => {
    const state = { latest: 'a "b" \\ é', all: ['ckpt-1', 'a "b" \\ é'] };
    expect(parseCheckpointState(formatCheckpointState(state), 'checkpoint')).toEqual(state);
  });

  it('is read with comments, other fields and the escapes of TensorFlow', () => {
    const text = '# a comment\nmodel_checkpoint_path: "\\303\\251-1"\n\nlast_preserved_timestamp: 1.5e9\n';
    expect(() => parse(text)).not.toThrow();
    expect(parse(text).latest).toBe('é-1');
  });

  it.each([
    ['model_checkpoint_path: "/etc/passwd"', "a checkpoint in the folder of this file. Received: '/etc/passwd'"],
    ['model_checkpoint_path: "a/../../b"', 'a checkpoint in the folder of this file'],
    ['model_checkpoint_path: "C:\\\\x"', 'a checkpoint in the folder of this file'],
    ['model_checkpoint_path: ckpt', 'a path in quotes'],
    ['all_model_checkpoint_paths: "a"', 'a `model_checkpoint_path`. Received: none'],
    ['<html>', "Received: '<html>'"],
  ])('refuses %j', (text, message) => {
    expect(() => parse(text)).toThrow(message);
  });
});

describeWithFixtures('state files of TensorFlow', () => {
  it('are read and written', () => {
    const bytes = readFixture('bundles/object/checkpoint');
    const state = parseCheckpointState(bytes, 'checkpoint');
    expect(state).toEqual({ latest: 'ckpt-1', all: ['ckpt-1'] });
    const { state_file } = readExpected<{ checkpoints: Record<string, { state_file: string }> }>('bundles').checkpoints[
      'object/ckpt-1'
    ]!;
    expect(new TextDecoder().decode(formatCheckpointState(state))).toBe(state_file);
    expect(parseCheckpointState(readFixture('models/iris_mlp/tfkeras/train_ckpt/checkpoint'), 'a').latest).toBe(
      'ckpt-2',
    );
  });

  it.each(['bundle_state_traversal', 'bundle_state_garbage'])('refuses %s', (name) => {
    expect(() => parseCheckpointState(readFixture(`damaged/${name}/checkpoint`), name)).toThrow(
      expect.objectContaining({ name: 'TenlabError', place: name }),
    );
  });
});
