import type { Net } from './nets/net';
import { CannotError, Participant, type ParticipantName, type ParticipantOptions } from './participant';

/** What was measured of one participant, once or several times; each of them alone, in fresh processes. */
export interface Single {
  readonly version: string;
  readonly values: readonly number[];
  /** Why there is nothing to measure. */
  readonly cannot?: string;
}

/** Starts a participant; tests bring their own. */
export type Start = (name: ParticipantName, options: ParticipantOptions) => Promise<Participant>;

/** How long a process trains whose memory is measured: as many steps an epoch as `steps`, on as many batches of data. */
export interface Training {
  readonly steps: number;
  readonly epochs: number;
}

/**
 * The most memory (MiB in RAM) of a whole training: a process starts, loads, makes its data and model, trains for some epochs,
 * predicts, and then says its high-water mark.
 */
export async function measureMemory(
  net: Net,
  names: readonly ParticipantName[],
  options: ParticipantOptions,
  { steps, epochs }: Training,
  start: Start = Participant.start,
): Promise<Map<ParticipantName, Single>> {
  const singles = new Map<ParticipantName, Single>();
  for (const name of names) {
    const single = await inOneProcess(name, options, start, async (participant) => {
      await participant.build({ net, steps });
      await participant.train(epochs);
      await participant.predict(1);
      return participant.peakMemory();
    });
    singles.set(name, single);
  }
  return singles;
}

/**
 * The time (ms) from the start of a process to the end of the first step it trained, on one batch of data: what passes before somebody
 * who tries something sees it learn. The processes take turns; the first of each only brings its files into the system's cache.
 */
export async function measureStart(
  net: Net,
  names: readonly ParticipantName[],
  options: ParticipantOptions,
  rounds: number,
  start: Start = Participant.start,
): Promise<Map<ParticipantName, Single>> {
  const singles = new Map<ParticipantName, Single>();
  for (let round = -1; round < rounds; round++) {
    for (const name of names) {
      const earlier = singles.get(name);
      if (earlier?.cannot !== undefined) continue;
      const single = await inOneProcess(name, options, start, async (participant) => {
        await participant.build({ net, steps: 1 });
        await participant.train(1);
        return performance.now() - participant.startedAt;
      });
      singles.set(name, round < 0 ? { ...single, values: [] } : join(earlier, single));
    }
  }
  return singles;
}

async function inOneProcess(
  name: ParticipantName,
  options: ParticipantOptions,
  start: Start,
  work: (participant: Participant) => Promise<number>,
): Promise<Single> {
  const participant = await start(name, options);
  const { version } = participant;
  try {
    return { version, values: [await work(participant)] };
  } catch (error) {
    if (!(error instanceof CannotError)) throw error;
    return { version, values: [], cannot: error.message };
  } finally {
    await participant.end();
  }
}

function join(earlier: Single | undefined, single: Single): Single {
  return { ...single, values: [...(earlier?.values ?? []), ...single.values] };
}
