import { expect, it } from 'vitest';
import { inScheme } from './picture-scheme';

it("takes the page's colours, not the system's", () => {
  const svg = '<svg><style>@media (prefers-color-scheme: dark){a{}}</style></svg>';
  expect(decodeURIComponent(inScheme(svg, true))).toContain('@media all{a{}}');
  expect(decodeURIComponent(inScheme(svg, false))).toContain('@media not all{a{}}');
});
