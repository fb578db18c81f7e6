import { expect, it } from 'vitest';
import { defineLab, type Lab } from './define-lab';
import { tinyLab } from './testing/tiny-lab';

const changed = (changes: Partial<Lab>) => () => defineLab({ ...tinyLab(), ...changes });

it('returns the definition as it is', () => {
  expect(defineLab(tinyLab()).id).toBe('tiny');
});

it('refuses a name that no command line would like', () => {
  expect(changed({ id: 'My Lab' })).toThrowErrorMatchingInlineSnapshot(
    `[TenlabError: Lab 'My Lab': \`id\` must be words in lower case joined by hyphens. Received: 'My Lab'. Choose a name such as \`mnist-digits\`.]`,
  );
});

it('refuses a text that only some can read', () => {
  expect(changed({ title: { en: 'Title' } as never })).toThrowErrorMatchingInlineSnapshot(
    `[TenlabError: Lab 'tiny': the title in every language. Received: none in 'zh'. Write it in English and in Chinese.]`,
  );
});

it('refuses two checks of one name', () => {
  const check = { id: 'same', title: { en: 'a', zh: '甲' }, passed: () => true, found: () => ({ en: '', zh: '' }) };
  expect(changed({ checks: [check, check] })).toThrowErrorMatchingInlineSnapshot(
    `[TenlabError: Lab 'tiny': a name of its own for each check. Received: 'same'. Rename one of the two.]`,
  );
});

it('refuses a tier without epochs', () => {
  const { tiers } = tinyLab();
  expect(changed({ tiers: { ...tiers, smoke: { epochs: 0, batchSize: 1 } } })).toThrowErrorMatchingInlineSnapshot(
    `[TenlabError: Lab 'tiny': whole numbers of epochs and batch size in tier 'smoke'. Received: { epochs: 0, batchSize: 1 }. Use numbers from 1.]`,
  );
});
