import type { Model } from '@tenlab/layers';
import type { Net } from '../define-lab';

/**
 * The models of a lab with their names: one model alone has the name `weights`, as in `weights.safetensors`.
 */
export function modelsOf(net: Net): [name: string, model: Model][] {
  if (isModel(net)) return [['weights', net]];
  return Object.entries(net).map(([name, model]) => [`weights-${name}`, model]);
}

/** What a lab calls one of its models; `undefined` where it has only one, or does not know this one. */
export function nameOf(net: Net | undefined, model: Model | undefined): string | undefined {
  if (net === undefined || isModel(net)) return undefined;
  const models = Object.entries(net);
  return models.length < 2 ? undefined : models.find(([, own]) => own === model)?.[0];
}

function isModel(net: Net): net is Model {
  return typeof (net as Model).fit === 'function' && typeof (net as Model).predict === 'function';
}

/**
 * One checksum for all weights of a lab: of a single model its own, of several that of their checksums in order.
 */
export async function sha256OfNet(net: Net): Promise<string | null> {
  const { sha256OfWeights } = await import('@tenlab/checkpoint');
  const sums: string[] = [];
  for (const [, model] of modelsOf(net)) sums.push(await sha256OfWeights(model));
  if (sums.length <= 1) return sums[0] ?? null;
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(sums.join('\n')));
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
