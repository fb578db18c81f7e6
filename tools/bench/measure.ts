import type { Net } from './nets/net';
import { CannotError, type Participant, type ParticipantName } from './participant';

export interface Effort {
  /** How often each participant has its turn. */
  readonly rounds: number;
  /** How long a turn should last, in ms. */
  readonly turn: number;
}

/** The times of one participant on one net, in ms, one for each round. */
export interface Times {
  readonly version: string;
  readonly train: readonly number[];
  readonly predict: readonly number[];
  /** Why it could not train, or could not even be built. */
  readonly cannot?: string;
}

/** Enough steps to even out what an epoch costs, few enough for the data to fit. */
const stepLimits = { least: 4, most: 400 };

/**
 * Times one net on all participants in turns: ours, peer, ours, peer, … in one run, each round in the opposite order of the last,
 * for the clock of a machine wanders and only neighbours can be compared. Never do two of them compute at the same time.
 */
export async function measure(
  net: Net,
  participants: readonly Participant[],
  { rounds, turn }: Effort,
): Promise<Map<ParticipantName, Times>> {
  const contestants: Contestant[] = [];
  for (const participant of participants) contestants.push(await warmUp(net, participant));
  const running = contestants.filter(({ step }) => step !== undefined);

  // One size of data for all: a turn of the slowest.
  const slowest = Math.max(...contestants.map(({ step = 0, batch = 0 }) => Math.max(step, batch, 0.01)));
  const steps = Math.round(Math.min(stepLimits.most, Math.max(stepLimits.least, turn / slowest)));
  for (const { participant, batch } of contestants) {
    if (batch !== undefined) await participant.build({ net, steps });
  }
  const repeats = (ms: number) => Math.max(1, Math.round(turn / (ms * steps)));
  for (let round = 0; round < rounds; round++) {
    const order = round % 2 === 0 ? contestants : [...contestants].reverse();
    for (const { participant, step, train } of order) {
      if (step === undefined) continue;
      const { ms, loss } = await participant.train(repeats(step));
      if (!Number.isFinite(loss)) throw new Error(`${participant.name}: the loss must be a number. Received: ${loss}.`);
      train.push(ms);
    }
    for (const { participant, batch, predict } of order) {
      if (batch !== undefined) predict.push((await participant.predict(repeats(batch))).ms);
    }
  }
  sameNet(net, running);
  return new Map(
    contestants.map(({ participant, train, predict, cannot }) => [
      participant.name,
      { version: participant.version, train, predict, ...(cannot === undefined ? {} : { cannot }) },
    ]),
  );
}

interface Contestant {
  readonly participant: Participant;
  readonly params?: number;
  /** First times of a step and of a batch; none where it cannot. */
  readonly step?: number;
  readonly batch?: number;
  readonly cannot?: string;
  readonly train: number[];
  readonly predict: number[];
}

/** Builds, and trains and predicts twice: the first time compiles, the second is a first guess at the time. */
async function warmUp(net: Net, participant: Participant): Promise<Contestant> {
  const contestant = { participant, train: [], predict: [] };
  let params: number | undefined;
  let batch: number | undefined;
  try {
    ({ params } = await participant.build({ net, steps: stepLimits.least }));
    await participant.predict(1);
    batch = (await participant.predict(2)).ms;
    await participant.train(2);
    const step = (await participant.train(2)).ms;
    return { ...contestant, params, batch, step };
  } catch (error) {
    if (!(error instanceof CannotError)) throw error;
    return {
      ...contestant,
      cannot: error.message,
      ...(params === undefined ? {} : { params }),
      ...(batch === undefined ? {} : { batch }),
    };
  }
}

function sameNet(net: Net, contestants: readonly Contestant[]): void {
  const counts = contestants.map(({ participant, params }) => `${participant.name} ${params}`);
  if (new Set(contestants.map(({ params }) => params)).size <= 1) return;
  throw new Error(`${net.name}: all participants must build the same net. Received weights: ${counts.join(', ')}.`);
}
