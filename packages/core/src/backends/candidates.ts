import { runsInNode } from '../platform/node-builtin';
import type { BackendCandidate } from './candidate';
import { cpu } from './cpu';
import { tensorflow } from './tensorflow';
import { tensorflowGpu } from './tensorflow-gpu';
import { wasm } from './wasm';

/** Every backend that can be named, the preferred one first. */
export const allCandidates: readonly BackendCandidate[] = [tensorflowGpu, wasm, tensorflow, cpu];

/** The candidates that 'auto' walks along here: in a browser there is no native TensorFlow to speak of. */
export function candidatesHere(inNode = runsInNode()): readonly BackendCandidate[] {
  return inNode ? allCandidates : [wasm, cpu];
}
