import { Mistake } from './mistake';

/** Rates between which a network of these labs can learn: of optimizers whose steps are as long as the rate, and of the others. */
const [likely, likelyOfSGD] = [
  { least: 1e-5, most: 0.05 },
  { least: 1e-4, most: 2 },
];

/**
 * Judges whether the learning rate is one to learn with at all.
 *
 * @throws Mistake `rate-too-large` or `rate-too-small`
 */
export function checkLearningRate(optimizer: unknown): void {
  // By name, or left out, it has its usual rate.
  const { learningRate } = Object(optimizer) as { learningRate?: number };
  if (learningRate === undefined) return;
  // It was kept in 32 bits: 1e-7 would be 1.0000000116860974e-7.
  const rate = Number(learningRate.toPrecision(6));
  const name = (optimizer as object).constructor.name;
  const { least, most } = /^(SGD|Adagrad|Adadelta)$/.test(name) ? likelyOfSGD : likely;
  const usual = name === 'SGD' ? 0.01 : 0.001;
  if (rate > most) {
    throw new Mistake('rate-too-large', {
      en: `A learning rate of ${rate} is far too large for ${name}: each step jumps over what it looks for. ${usual} is usual.`,
      zh: `学习率 ${rate} 对 ${name} 来说太大：每一步都会跳过目标。通常用 ${usual}。`,
    });
  }
  if (rate < least) {
    throw new Mistake('rate-too-small', {
      en: `With a learning rate of ${rate} ${name} hardly moves: it would need thousands of epochs. ${usual} is usual.`,
      zh: `学习率 ${rate} 太小，${name} 几乎不动：要训练成千上万个轮次。通常用 ${usual}。`,
    });
  }
}
