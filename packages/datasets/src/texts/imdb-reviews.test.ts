import { describe, expect, it } from 'vitest';
import golden from './golden/imdb.json';
import { type ImdbWordOptions, prepareReviews } from './imdb-reviews';

const { raw } = golden;
const reviews = { train: { x: raw.x_train, y: raw.y_train }, test: { x: raw.x_test, y: raw.y_test } };
const camel = (name: string) => name.replace(/_(.)/g, (_, letter: string) => letter.toUpperCase());

describe('prepareReviews', () => {
  it.each(golden.cases)('gives with $options what Keras gives', ({ options, train, test }) => {
    const own = Object.fromEntries(Object.entries(options).map(([name, value]) => [camel(name), value]));
    const prepared = prepareReviews(reviews, own as ImdbWordOptions);
    for (const [name, wanted] of Object.entries({ train, test })) {
      const part = prepared[name as 'train'];
      expect(
        part.x.map((review) => [...review]),
        name,
      ).toEqual(wanted.x);
      expect([...part.y], name).toEqual(wanted.y);
    }
  });

  it('says when no review is short enough', () => {
    expect(() => prepareReviews(reviews, { maxlen: 1 })).toThrow(
      'reviews of less than `maxlen` words. Received: none below 1.',
    );
  });
});
