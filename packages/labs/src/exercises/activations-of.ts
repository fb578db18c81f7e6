import type { Layer, Sequential } from '@tenlab/layers';
import { Mistake } from './mistake';

/** Layers that bend what passes through them, and do nothing else. */
const bends = /Activation|LU$|Softmax|Sigmoid|Tanh/;

/** The activation of a layer, by name; `linear` for none. */
export function activationOf(layer: Layer | undefined): string {
  const { activation } = (layer?.getConfig() ?? {}) as { activation?: unknown };
  const text =
    typeof activation === 'string' ? activation : JSON.stringify(activation ?? layer?.constructor.name ?? '');
  return /softmax|sigmoid|relu|tanh/i.exec(text)?.[0].toLowerCase() ?? 'linear';
}

/**
 * Judges whether something bends between each dense or convolutional layer and the next.
 *
 * @throws Mistake `no-activation`
 */
export function checkHiddenActivations({ layers }: Pick<Sequential, 'layers'>): void {
  let hidden: Layer | undefined;
  for (const layer of layers) {
    if (bends.test(layer.constructor.name)) hidden = undefined;
    if (!/^(Dense|Conv\dD)$/.test(layer.constructor.name)) continue;
    if (hidden !== undefined) {
      throw new Mistake('no-activation', {
        en: `The layer \`${hidden.name}\` has no activation. Without one between them, two layers can do no more than a single one: give it \`activation: 'relu'\`.`,
        zh: `\`${hidden.name}\` 层没有激活函数。两层之间没有激活函数，就不比一层强：请写 \`activation: 'relu'\`。`,
      });
    }
    const own = (layer.getConfig() as { activation?: unknown }).activation;
    hidden = own === 'linear' ? layer : undefined;
  }
}
