import type { PlotGraph } from './describe-graph';

export interface Rectangle {
  /** The middle. */
  x: number;
  y: number;
  width: number;
  height: number;
}

export interface Layout {
  width: number;
  height: number;
  boxes: ReadonlyMap<string, Rectangle>;
  /** One line per arrow, in their order. */
  lines: readonly (readonly { x: number; y: number }[])[];
}

/**
 * Where boxes and arrows go: layers of the graph in the direction of what flows, with few crossings.
 *
 * `sizes` are those of the boxes without others in them. The library is loaded by the first picture.
 */
export async function layOut(
  { boxes, arrows }: PlotGraph,
  sizes: ReadonlyMap<string, { width: number; height: number }>,
  rankdir: 'TB' | 'LR',
): Promise<Layout> {
  const { Graph, layout } = await import('@dagrejs/dagre');
  const graph = new Graph({ compound: true, multigraph: true });
  graph.setGraph({ rankdir, nodesep: 28, ranksep: 34, marginx: 20, marginy: 20 });
  for (const { id, isModel } of boxes) graph.setNode(id, isModel ? {} : { ...sizes.get(id) });
  for (const { id, parent } of boxes) if (parent !== null) graph.setParent(id, parent);
  for (const [i, { from, to }] of arrows.entries()) graph.setEdge(from, to, {}, String(i));
  layout(graph);
  const { width = 0, height = 0 } = graph.graph() as { width?: number; height?: number };
  return {
    width: Math.ceil(width),
    height: Math.ceil(height),
    boxes: new Map(boxes.map(({ id }) => [id, graph.node(id) as Rectangle])),
    lines: arrows.map(
      ({ from, to }, i) => (graph.edge(from, to, String(i)) as { points: Layout['lines'][number] }).points,
    ),
  };
}
