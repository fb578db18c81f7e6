/**
 * Bytes as base64, in Node and in the page.
 *
 * @example
 * base64(Uint8Array.of(77, 97, 110)); // 'TWFu'
 */
export function base64(data: Uint8Array): string {
  let text = '';
  for (const byte of data) text += String.fromCharCode(byte);
  return btoa(text);
}
