import { type Fields, nowhere } from './fields';
import { readFractalHeap } from './fractal-heap';
import { messages, type ObjectHeader } from './object-header';
import { readRecords } from './record-tree';
import { readSymbolTable } from './symbol-table';

/** A name in a group. */
export type Link =
  | { name: string; kind: 'hard'; address: number }
  | { name: string; kind: 'soft'; target: string }
  | { name: string; kind: 'external'; target: string };

/** The links of a group, whichever way it keeps them. */
export async function readLinks(header: ObjectHeader): Promise<Link[]> {
  const table = await header.first(messages.symbolTable);
  if (table) return readSymbolTable(header.storage, table.address(), table.address());
  const links = (await header.all(messages.link)).map(readLink);
  const info = await header.first(messages.linkInfo);
  if (!info) return links;
  info.version('link information', 0);
  if (info.u8() & 1) info.skip(8);
  const [heapAddress, treeAddress] = [info.address(), info.address()];
  if (heapAddress === nowhere || treeAddress === nowhere) return links;
  // Many links lie in a heap; the tree finds them by their names.
  const heap = await readFractalHeap(header.storage, heapAddress);
  for (const record of await readRecords(header.storage, treeAddress, 5)) {
    record.skip(4);
    links.push(readLink(await heap.read(record.take(heap.idLength))));
  }
  return links;
}

function readLink(fields: Fields): Link {
  fields.version('a link', 1);
  const flags = fields.u8();
  const kind = flags & 0x08 ? fields.u8() : 0;
  if (flags & 0x04) fields.skip(8);
  if (flags & 0x10) fields.skip(1);
  const name = new TextDecoder().decode(fields.take(fields.uint(1 << (flags & 3))));
  if (kind === 0) return { name, kind: 'hard', address: fields.address() };
  const target = new TextDecoder().decode(fields.take(fields.u16()));
  return { name, kind: kind === 1 ? 'soft' : 'external', target };
}
