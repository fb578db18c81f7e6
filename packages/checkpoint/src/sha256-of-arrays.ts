import { bytesOfArray, type StoredArray } from './formats/stored-array';
import { sha256 } from './sha256';
import { joinPieces } from './write-pieces';

/**
 * One checksum over named arrays, and a text in front of them: equal exactly when text, names, types, shapes and every bit are.
 *
 * `sha256(text name₁ \n dtype₁ \n shape₁ \n bytes₁ name₂ …)` in the order given, bytes little-endian; 64 hexadecimal digits.
 */
export async function sha256OfArrays(arrays: Iterable<readonly [string, StoredArray]>, text = ''): Promise<string> {
  const encoder = new TextEncoder();
  const pieces = [...arrays].flatMap(([name, array]) => [
    encoder.encode(`${name}\n${array.dtype}\n${array.shape}\n`),
    bytesOfArray(array),
  ]);
  return sha256(joinPieces([encoder.encode(text), ...pieces]));
}
