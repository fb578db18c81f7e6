import { fileError, quoted } from '../file-error';

// The file `checkpoint` of a folder says which checkpoint is the newest, as a protobuf in text form:
//   model_checkpoint_path: "ckpt-2"
//   all_model_checkpoint_paths: "ckpt-1"

/** What such a file says. */
export interface CheckpointState {
  /** The newest checkpoint. */
  latest: string;
  /** All that are kept, in order. */
  all: string[];
}

/**
 * Reads the text of a `checkpoint` file. Throws a {@link TenlabError} for text that is none, and for a path that leads out of the
 * folder.
 */
export function parseCheckpointState(bytes: Uint8Array, place: string): CheckpointState {
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (cause) {
    throw fileError(place, 'invalid-file', 'text', 'bytes that are not UTF-8', undefined, cause);
  }
  const fields: [string, string][] = [];
  for (const line of text.split('\n')) {
    if (/^\s*(#.*)?$/.test(line)) continue;
    const [, name, value] = /^\s*([a-z_]+)\s*:\s*(.+?)\s*$/.exec(line) ?? [];
    if (name === undefined || value === undefined) {
      throw fileError(place, 'invalid-file', 'lines as `model_checkpoint_path: "ckpt-1"`', quoted(line));
    }
    fields.push([name, value]);
  }
  const latest = fields.find(([name]) => name === 'model_checkpoint_path')?.[1];
  if (latest === undefined) throw fileError(place, 'invalid-file', 'a `model_checkpoint_path`', 'none');
  const all = fields.filter(([name]) => name === 'all_model_checkpoint_paths');
  return {
    latest: pathOf(latest, place),
    all: all.map(([, value]) => pathOf(value, place)),
  };
}

/** Writes such a file for checkpoints of its own folder. */
export function formatCheckpointState({ latest, all }: CheckpointState): Uint8Array {
  const lines = [`model_checkpoint_path: "${escapeQuotes(latest)}"`];
  for (const path of all) lines.push(`all_model_checkpoint_paths: "${escapeQuotes(path)}"`);
  return new TextEncoder().encode(`${lines.join('\n')}\n`);
}

/** The text within quotes, its escapes undone: octal ones as TensorFlow writes them, byte by byte of UTF-8. */
function pathOf(value: string, place: string): string {
  const body = /^(["'])(.*)\1$/.exec(value)?.[2];
  if (body === undefined) throw fileError(place, 'invalid-file', 'a path in quotes', quoted(value));
  const bytes: number[] = [];
  for (const [part] of body.matchAll(/\\[0-7]{1,3}|\\.|[^\\]+/gsu)) {
    if (/^\\[0-7]/.test(part)) bytes.push(Number.parseInt(part.slice(1), 8) & 0xff);
    else bytes.push(...new TextEncoder().encode(part.startsWith('\\') ? part.slice(1) : part));
  }
  const path = new TextDecoder().decode(Uint8Array.from(bytes));
  if (!/^([/\\]|[A-Za-z]:)/.test(path) && !path.split(/[/\\]/).includes('..')) return path;
  throw fileError(
    place,
    'unsupported-file',
    'a checkpoint in the folder of this file',
    quoted(path),
    'Name the checkpoint itself instead of its folder.',
  );
}

function escapeQuotes(path: string): string {
  return path.replaceAll(/[\\"]/g, (character) => `\\${character}`);
}
