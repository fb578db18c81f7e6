import { expect, it } from 'vitest';
import { pictureSVG } from '../../runner/report-page';
import { bareCurvesFigure, confusionFigure, curvesFigure, petalsFigure } from './figures';
import { loadIris } from './iris-data';

it('draws the petals by species, in the order of the species', async () => {
  const { picture } = petalsFigure(await loadIris({ offline: true }), 'en');
  const svg = await pictureSVG(picture, '');
  expect(svg.indexOf('>setosa<')).toBeLessThan(svg.indexOf('>virginica<'));
  expect(svg).toContain('>petal length, cm<');
});

it('draws the curves of both networks', () => {
  const history = { loss: [1, 0.5], accuracy: [0.3, 0.9], bare_loss: [0.3, 0.1], bare_accuracy: [0.3, 0.8] };
  expect(curvesFigure(history, 'en').alt.en).toBe('Curves by epoch: loss 1.0000 → 0.5000; accuracy 0.3000 → 0.9000.');
  expect(bareCurvesFigure(history, 'en').alt.en).toContain('loss 0.3000 → 0.1000');
});

it('names the most frequent mistake', () => {
  const flowers = { x: { data: new Float32Array(4), shape: [1, 4] as [number, number] }, y: Uint8Array.of(1) };
  expect(confusionFigure(flowers, [2], ['setosa', 'versicolor', 'virginica'], 'en').alt.en).toContain(
    'versicolor taken for virginica, once',
  );
});
