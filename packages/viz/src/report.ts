import { escapeMarkup } from './escape';
import { reportStyle } from './report-style';

/** A picture with the line below it; `narrow` is the same picture laid out for a phone. */
export interface ReportFigure {
  svg: string;
  narrow?: string;
  caption: string;
}

/** A table with its caption; cells that are numbers stand to the right. */
export interface ReportTable {
  caption: string;
  columns: readonly string[];
  rows: readonly (readonly (string | number)[])[];
}

export interface ReportSection {
  title: string;
  /** Paragraphs; words between backticks are set as code. */
  text?: readonly string[];
  figures?: readonly ReportFigure[];
  tables?: readonly ReportTable[];
  /** Points set as a list after all else, in the manner of paragraphs. */
  list?: readonly string[];
}

export interface ReportOptions {
  title: string;
  /** One or two sentences: what was done and what came out. */
  summary: string;
  /** A short line above the title. */
  eyebrow?: string;
  /** The few numbers to see first. */
  numbers?: readonly { label: string; value: string; note?: string }[];
  sections: readonly ReportSection[];
  footer?: string;
  language?: 'en' | 'zh';
}

/**
 * Sets a run's story as one HTML page that stands alone: no script, no request to anywhere, dark and light, print and phone.
 *
 * Texts are escaped; the SVG texts must be those of this package (`toSVG`, `imageSheet`), which are put in as they are.
 *
 * @example
 * const html = report({
 *   title: 'Digits',
 *   summary: 'The model reads 99 of 100 digits right.',
 *   sections: [{ title: 'Training', figures: [{ svg, caption: 'Loss and accuracy by epoch.' }] }],
 * });
 * html.startsWith('<!doctype html>'); // true
 */
export function report(options: ReportOptions): string {
  const { title, summary, eyebrow, numbers = [], sections, footer, language = 'en' } = options;
  let figures = 0;
  const body = sections.map((section, index) => {
    const id = `section-${index + 1}`;
    const parts = [
      `<h2 id="${id}">${inline(section.title)}</h2>`,
      ...(section.text ?? []).map((paragraph) => `<p>${inline(paragraph)}</p>`),
      ...(section.figures ?? []).map((picture) => figure(picture, ++figures)),
      ...(section.tables ?? []).map(table),
      ...(section.list?.length
        ? [`<ul>${section.list.map((point) => `<li>${inline(point)}</li>`).join('')}</ul>`]
        : []),
    ];
    return `<section aria-labelledby="${id}">${parts.join('\n')}</section>`;
  });
  const tiles = numbers.map(
    ({ label, value, note }) =>
      `<div><dt>${inline(label)}</dt><dd>${inline(value)}${note === undefined ? '' : `<small>${inline(note)}</small>`}</dd></div>`,
  );
  return `<!doctype html>
<html lang="${language === 'zh' ? 'zh-CN' : 'en'}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src data:">
<title>${escapeMarkup(title)}</title>
<style>${reportStyle}</style>
</head>
<body>
<main>
<header>
${eyebrow === undefined ? '' : `<p class="eyebrow">${inline(eyebrow)}</p>`}
<h1>${inline(title)}</h1>
<p class="summary">${inline(summary)}</p>
${tiles.length === 0 ? '' : `<dl class="numbers">${tiles.join('')}</dl>`}
</header>
${body.join('\n')}
</main>
${footer === undefined ? '' : `<footer><p>${inline(footer)}</p></footer>`}
</body>
</html>
`;
}

function figure({ svg, narrow, caption }: ReportFigure, number: number): string {
  const wide = `<div class="picture${narrow === undefined ? '' : ' wide'}">${ownIds(svg, `f${number}-`)}</div>`;
  const small = narrow === undefined ? '' : `<div class="picture narrow">${ownIds(narrow, `n${number}-`)}</div>`;
  return `<figure>${wide}${small}<figcaption>${inline(caption)}</figcaption></figure>`;
}

/** Ids are unique in a page, and every chart counts its own from one: so each gets a prefix, where it is given and where it is used. */
function ownIds(svg: string, prefix: string): string {
  return svg.replace(/(\sid="|url\(#|href="#)/g, (start) => `${start}${prefix}`);
}

function table({ caption, columns, rows }: ReportTable): string {
  const numeric = columns.map((_, index) =>
    // An empty place is nothing against numbers.
    rows.every((row) => typeof row[index] === 'number' || /^[\d.,%\s-]*$/.test(String(row[index]))),
  );
  const attribute = (index: number) => (numeric[index] ? ' class="number"' : '');
  const head = columns.map((name, index) => `<th scope="col"${attribute(index)}>${inline(name)}</th>`).join('');
  const lines = rows.map((row) => {
    const cells = row.map((value, index) =>
      index === 0
        ? `<th scope="row"${attribute(index)}>${inline(String(value))}</th>`
        : `<td${attribute(index)}>${inline(String(value))}</td>`,
    );
    return `<tr>${cells.join('')}</tr>`;
  });
  return `<div class="table" role="region" aria-label="${escapeMarkup(caption)}" tabindex="0"><table><caption>${inline(caption)}</caption><thead><tr>${head}</tr></thead><tbody>${lines.join('')}</tbody></table></div>`;
}

function inline(text: string): string {
  // A unit does not begin a line without its number.
  const kept = text.replace(/(\d) (?=%|(?:ms|s|min|h|kB|MB|GB)\b)/g, '$1\u00a0');
  return escapeMarkup(kept).replace(/`([^`]+)`/g, '<code>$1</code>');
}
