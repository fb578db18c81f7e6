const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/**
 * Returns `text` as it may stand in HTML or SVG, in a text or in a quoted attribute.
 *
 * @example
 * escapeMarkup('5 < 7 & "so on"'); // '5 &lt; 7 &amp; &quot;so on&quot;'
 */
export function escapeMarkup(text: string): string {
  return text.replace(/[&<>"']/g, (character) => entities[character] ?? character);
}
