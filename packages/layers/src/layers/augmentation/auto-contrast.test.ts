import { describe } from 'vitest';
import { imageLayerTests } from '../../../../../tools/conformance/image-layer-tests';
import golden from './augmentation.golden.json';
import { AutoContrast } from './auto-contrast';

describe('AutoContrast', () => {
  imageLayerTests(AutoContrast, golden, {}, { always: true });
});
