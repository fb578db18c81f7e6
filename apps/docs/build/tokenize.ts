/**
 * The words of a text, for the search: Chinese is written without spaces, and a browser knows where its words end.
 *
 * It is sent to the page as text, so it must stand alone.
 */
export function tokenize(text: string): string[] {
  const words = text.split(/[\n\r\p{Z}\p{P}\p{S}]+/u);
  return words.flatMap((word) => {
    if (!/\p{Script=Han}/u.test(word)) return word === '' ? [] : [word];
    const segments = [...new Intl.Segmenter('zh', { granularity: 'word' }).segment(word)];
    return segments.map(({ segment }) => segment);
  });
}
