import { fileError } from '../file-error';

/** No model is nested deeper; texts that are would overflow the stack of whoever walks them. */
const mostDepth = 500;

/** Reads the JSON of a configuration out of a file. Throws for what is no JSON object, and for one nested too deep. */
export function parseConfig(text: string, place: string): Record<string, unknown> {
  if (depthOf(text) > mostDepth) {
    throw fileError(place, 'invalid-file', `a configuration of at most ${mostDepth} levels`, 'a deeper one');
  }
  let config: unknown;
  try {
    config = JSON.parse(text);
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw fileError(place, 'invalid-file', 'a configuration in JSON', reason, undefined, cause);
  }
  if (typeof config === 'object' && config !== null && !Array.isArray(config)) return config as Record<string, unknown>;
  throw fileError(
    place,
    'invalid-file',
    'a configuration in JSON, an object',
    Array.isArray(config) ? 'a list' : typeof config,
  );
}

function depthOf(text: string): number {
  let [depth, deepest, inText] = [0, 0, false];
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (inText) {
      if (code === 0x5c) at++;
      else if (code === 0x22) inText = false;
    } else if (code === 0x22) inText = true;
    else if (code === 0x5b || code === 0x7b) deepest = Math.max(deepest, ++depth);
    else if (code === 0x5d || code === 0x7d) depth--;
  }
  return deepest;
}
