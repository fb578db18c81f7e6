import type { TopLevelSpec } from 'vega-lite';
import { escapeMarkup } from './escape';
import { darkStyle } from './theme';

/**
 * Renders a Vega-Lite spec as an SVG text that stands alone: no script, no font and no picture from elsewhere.
 *
 * Vega is loaded at the first call, not with this package: it is heavy, and most programs that import a chart never draw one.
 * `alt` says in words what the chart shows, for people who cannot see it.
 *
 * @example
 * const svg = await toSVG(learningCurves({ loss: [0.5, 0.2] }), { alt: 'The loss falls from 0.5 to 0.2.' });
 * svg.startsWith('<svg'); // true
 */
export async function toSVG(spec: TopLevelSpec, options: { alt?: string } = {}): Promise<string> {
  const [vega, vegaLite] = await Promise.all([import('vega'), import('vega-lite')]);
  const compiled = vegaLite.compile(spec, { logger: vega.logger(vega.Error) });
  const view = new vega.View(vega.parse(compiled.spec), { renderer: 'none', logLevel: vega.Error });
  try {
    return finish(await view.toSVG(), options.alt);
  } finally {
    view.finalize();
  }
}

/** Gives Vega's SVG its alternative text and the dark colours. */
function finish(svg: string, alt: string | undefined): string {
  const label = alt === undefined ? '' : ` role="img" aria-label="${escapeMarkup(alt)}"`;
  return svg.replace(
    /^<svg ([^>]*)>/,
    (_, attributes: string) => `<svg ${attributes}${label}><style>${darkStyle()}</style>`,
  );
}
