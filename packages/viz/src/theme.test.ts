import { expect, it } from 'vitest';
import { darkStyle, theme } from './theme';

const luminance = (color: string) => {
  const [r, g, b] = [1, 3, 5].map((at) => {
    const value = Number.parseInt(color.slice(at, at + 2), 16) / 255;
    return value <= 0.03928 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r! + 0.7152 * g! + 0.0722 * b!;
};
const contrast = (a: string, b: string) => {
  const [low, high] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (high! + 0.05) / (low! + 0.05);
};

it.each(['light', 'dark'] as const)('keeps words readable on %s paper (WCAG AA: contrast of 4.5)', (mode) => {
  expect(contrast(theme[mode].ink, theme[mode].paper)).toBeGreaterThan(4.5);
  expect(contrast(theme[mode].muted, theme[mode].paper)).toBeGreaterThan(4.5);
});

it.each(['light', 'dark'] as const)('keeps lines and marks visible on %s paper (WCAG: contrast of 3)', (mode) => {
  expect(contrast(theme[mode].blue, theme[mode].paper)).toBeGreaterThan(3);
  expect(contrast(theme[mode].orange, theme[mode].paper)).toBeGreaterThan(mode === 'light' ? 3 : 4.5);
});

it('gives every light colour a dark one, and no two light colours the same name', () => {
  expect(new Set(Object.values(theme.light)).size).toBe(Object.keys(theme.light).length);
  for (const color of Object.values(theme.light)) expect(darkStyle()).toContain(`[fill="${color}"]`);
});
