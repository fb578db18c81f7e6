/** The address of a file at a mirror: the mirror itself, or where it ends in a slash, the file of this name in that folder. */
export function mirrorAddress(mirror: string, name: string): string {
  return mirror.endsWith('/') ? `${mirror}${name}` : mirror;
}
