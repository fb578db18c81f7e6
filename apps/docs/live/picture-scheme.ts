/**
 * An SVG text as the address of a picture, in the colours of the page rather than of the system.
 *
 * As a picture it can run no script, whatever code has drawn it.
 */
export function inScheme(svg: string, isDark: boolean): string {
  const chosen = svg.replaceAll('(prefers-color-scheme: dark)', isDark ? 'all' : 'not all');
  return `data:image/svg+xml;charset=utf-8,${encodeURIComponent(chosen)}`;
}
