import { TILE_OUT } from './winograd';

/** The tile that a thread is at: its image and its first output pixel. Each thread has these for itself, like all globals. */
export let tileImage: i32 = 0;
export let tileY: i32 = 0;
export let tileX: i32 = 0;

/** Goes to a tile by its number: images follow each other, each `down` by `across` tiles, line by line. */
export function goToTile(tile: i32, down: i32, across: i32): void {
  const line = tile / across;
  tileImage = line / down;
  tileY = (line - tileImage * down) * TILE_OUT;
  tileX = (tile - line * across) * TILE_OUT;
}
