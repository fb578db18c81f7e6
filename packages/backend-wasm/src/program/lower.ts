import type { Block } from './allocations';
import type { BlockTensor, CallEvent, InstructionEvent, RecordingEvent } from './recording';

/** An event that does something, with the blocks it reads and those it writes. */
export interface Step {
  readonly event: InstructionEvent | CallEvent;
  readonly reads: ReadonlySet<Block>;
  readonly writes: ReadonlySet<Block>;
}

/** A variable that the step changes: where its value lives between steps and the block that holds the new one. */
export interface Assignment {
  readonly home: Block;
  readonly value: Block;
}

/** A recording seen as a list of steps between the blocks that come in and those that go out. */
export interface Lowered {
  readonly steps: readonly Step[];
  /** Values from JavaScript. */
  readonly constants: ReadonlyMap<Block, Uint8Array>;
  readonly outputs: readonly BlockTensor[];
  readonly assignments: readonly Assignment[];
}

/** Takes the constants out of a recording and drops every step whose results nobody reads. */
export function lower(
  events: readonly RecordingEvent[],
  outputs: readonly BlockTensor[],
  assignments: readonly Assignment[],
): Lowered {
  const constants = new Map<Block, Uint8Array>();
  const all: Step[] = [];
  for (const event of events) {
    if (event.kind === 'constant') constants.set(event.block, event.bytes);
    else all.push(stepOf(event));
  }
  const needed = new Set([...outputs.map(({ block }) => block), ...assignments.map(({ value }) => value)]);
  const steps: Step[] = [];
  for (const step of all.reverse()) {
    if (![...step.writes].some((block) => needed.has(block))) continue;
    for (const block of step.reads) needed.add(block);
    steps.push(step);
  }
  return { steps: steps.reverse(), constants, outputs, assignments };
}

/** The blocks an event reads and writes. What is written in parts, or added to, is read as well. */
export function stepOf(event: InstructionEvent | CallEvent): Step {
  if (event.kind === 'call') {
    return {
      event,
      reads: new Set([...event.inputs.values()].map(({ block }) => block)),
      writes: new Set(event.outputs.map(({ block }) => block)),
    };
  }
  const addresses = [...event.addresses.values()];
  const blocks = (roles: string) =>
    new Set(addresses.filter(({ role }) => roles.includes(role)).map(({ block }) => block));
  return { event, reads: blocks('ru'), writes: blocks('wu') };
}
