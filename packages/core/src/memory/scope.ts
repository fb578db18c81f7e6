import * as tf from '@tensorflow/tfjs-core';
import { inWords, TenlabError } from '../errors/tenlab-error';

/**
 * Runs `fn` and frees every tensor made inside it but the ones it returns and those kept with `tf.keep`.
 *
 * Variables live on. Scopes nest. The name appears in errors and in tfjs's profiles. This is `tf.tidy`, except that a
 * promise is refused with an error: what a promise makes later would not be freed.
 *
 * @throws TenlabError `async-scope` when `fn` returns a promise: use {@link scopeAsync}
 *
 * @example
 * const norm = scope('norm', () => tf.sqrt(tf.sum(tf.square(tf.tensor1d([3, 4])))));
 * norm.dataSync()[0]; // 5, and one tensor is left
 */
export function scope<Result>(fn: () => Result): Result;
export function scope<Result>(name: string, fn: () => Result): Result;
export function scope<Result>(nameOrFn: string | (() => Result), maybeFn?: () => Result): Result {
  const [name, fn] = named(nameOrFn, maybeFn);
  const engine = tf.engine();
  engine.startScope(name);
  let kept: Result | undefined;
  try {
    const result = fn();
    if (isPromiseLike(result)) throw promiseRefused(name, result);
    kept = result;
    return result;
  } finally {
    engine.endScope(kept as tf.TensorContainer);
  }
}

/**
 * {@link scope} for a function that awaits.
 *
 * Tensors belong to the innermost scope that is open when they are made, whoever makes them. So async scopes may nest, but
 * two of them must not run at the same time; neither may other code make tensors to keep while one is waiting.
 *
 * @throws TenlabError `interleaved-scopes` when another scope that began later is still open at the end; nothing is freed then
 *
 * @example
 * const loss = await scopeAsync('read', async () => (await tf.mean(tf.tensor1d([1, 3])).data())[0]);
 * // 2, and no tensor is left
 */
export function scopeAsync<Result>(fn: () => Promise<Result>): Promise<Result>;
export function scopeAsync<Result>(name: string, fn: () => Promise<Result>): Promise<Result>;
export async function scopeAsync<Result>(
  nameOrFn: string | (() => Promise<Result>),
  maybeFn?: () => Promise<Result>,
): Promise<Result> {
  const [name, fn] = named(nameOrFn, maybeFn);
  const engine = tf.engine();
  engine.startScope(name);
  const own = engine.state.activeScope;
  let kept: Result | undefined;
  try {
    kept = await fn();
  } catch (error) {
    // What went wrong inside is the news, also where the scopes are interleaved.
    if (engine.state.activeScope === own) engine.endScope();
    else withdraw(own, name);
    throw error;
  }
  if (engine.state.activeScope !== own) throw withdraw(own, name);
  engine.endScope(kept as tf.TensorContainer);
  return kept;
}

type ScopeState = ReturnType<typeof tf.engine>['state']['activeScope'];

function named<Fn>(nameOrFn: string | Fn, maybeFn: Fn | undefined): [name: string, fn: Fn] {
  return typeof nameOrFn === 'string' ? [nameOrFn, maybeFn as Fn] : ['a scope without a name', nameOrFn];
}

function isPromiseLike(value: unknown): value is PromiseLike<unknown> {
  return typeof value === 'object' && value !== null && 'then' in value && typeof value.then === 'function';
}

function promiseRefused(name: string, promise: PromiseLike<unknown>): TenlabError {
  // The error below is the news; a later rejection of the same promise would only repeat itself as unhandled.
  promise.then(undefined, () => {});
  return new TenlabError({
    code: 'async-scope',
    place: `scope '${name}'`,
    expected: 'the function must return its result at once',
    received: inWords('a promise'),
    remedy: 'Use `await scopeAsync(…)` for a function that awaits.',
  });
}

/** Takes a scope out of the middle of the stack; its tensors pass to the scope below, so that nothing in use is freed. */
function withdraw(scopeToLeave: ScopeState, name: string): TenlabError {
  const { state } = tf.engine();
  const index = state.scopeStack.indexOf(scopeToLeave);
  if (index >= 0) state.scopeStack.splice(index, 1);
  state.scopeStack[index - 1]?.track.push(...scopeToLeave.track);
  return new TenlabError({
    code: 'interleaved-scopes',
    place: `scopeAsync '${name}'`,
    expected: 'it must be the innermost open scope when it ends',
    received: inWords(`'${state.activeScope.name}' is still open`),
    remedy: 'Run async scopes one after the other, or one inside the other; none of the tensors was freed.',
  });
}
