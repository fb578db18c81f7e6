import { createRequire } from 'node:module';

export interface SpecResult {
  /** The spec's full name without the environment; the second of two specs of one name ends in ` #2`. */
  readonly name: string;
  readonly status: 'passed' | 'failed' | 'skipped';
  /** Why it failed, or why it was skipped. */
  readonly reason?: string;
}

/** The part of jasmine that is used here. */
interface JasmineResult {
  readonly fullName: string;
  readonly status: string;
  readonly pendingReason?: string;
  readonly failedExpectations: readonly { readonly message: string }[];
}
interface JasmineEnvironment {
  configure(options: { random: boolean; specFilter?: (spec: { getFullName(): string }) => boolean }): void;
  addReporter(reporter: { specDone(result: JasmineResult): void; suiteDone(result: JasmineResult): void }): void;
  execute(): Promise<unknown>;
}

export interface RunSpecsOptions {
  /** The name that `describeWithFlags` puts into every full name; it is taken out again. */
  readonly environmentName: string;
  /** Runs only the specs whose name contains this text. */
  readonly filter?: string;
  /** Called now and then with the number of specs done. */
  readonly onProgress?: (done: number) => void;
}

/**
 * Requires a bundle of jasmine specs and runs them in their written order.
 *
 * A failing `beforeAll` or `afterAll` counts as a failure of its own, named after its suite: no spec can hide in it.
 */
export async function runSpecs(bundle: string, options: RunSpecsOptions): Promise<SpecResult[]> {
  const { environmentName, filter, onProgress } = options;
  const require = createRequire(import.meta.url);
  const jasmine = require('jasmine-core').boot(true) as { getEnv(): JasmineEnvironment };
  require(bundle);

  const plain = (fullName: string) => fullName.replace(` ${environmentName} {}`, '');
  const seen = new Map<string, number>();
  const numbered = (name: string) => {
    const count = (seen.get(name) ?? 0) + 1;
    seen.set(name, count);
    return count === 1 ? name : `${name} #${count}`;
  };
  const results: SpecResult[] = [];
  const environment = jasmine.getEnv();
  environment.configure({
    random: false,
    ...(filter === undefined ? {} : { specFilter: (spec) => plain(spec.getFullName()).includes(filter) }),
  });
  environment.addReporter({
    specDone(result) {
      if (result.status === 'excluded') return;
      const name = numbered(plain(result.fullName).replaceAll('\n', ' '));
      if (result.status === 'passed') results.push({ name, status: 'passed' });
      else if (result.status === 'failed') results.push({ name, status: 'failed', reason: firstMessage(result) });
      else results.push({ name, status: 'skipped', reason: result.pendingReason || 'pending, no reason given' });
      if (results.length % 250 === 0) onProgress?.(results.length);
    },
    suiteDone(result) {
      if (result.failedExpectations.length === 0) return;
      results.push({ name: `${plain(result.fullName)} (suite)`, status: 'failed', reason: firstMessage(result) });
    },
  });
  await environment.execute();
  return results;
}

function firstMessage(result: JasmineResult): string {
  return (result.failedExpectations[0]?.message ?? 'no message').trim();
}
