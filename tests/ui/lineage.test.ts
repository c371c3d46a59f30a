import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { LineageNode } from '../../src/domain/evidence.ts';
import { lineageDrawing } from '../../src/ui/evidence/lineage-drawing.ts';
import { lineageLayout, type Edge } from '../../src/ui/evidence/lineage-layout.ts';

const node = (id: string): LineageNode => ({ id, name: id, kind: 'step', version: 'v1', was: '', says: '' });

/** Any graph without rings: an edge leads from a lower number to a higher one. */
const graphs = fc.integer({ min: 1, max: 9 }).chain((count) =>
  fc.array(fc.tuple(fc.nat(count - 1), fc.nat(count - 1)), { maxLength: 14 }).map((pairs) => ({
    nodes: Array.from({ length: count }, (_, i) => node(`n${i}`)),
    edges: pairs.flatMap(([a, b]): Edge[] => (a < b ? [{ from: `n${a}`, to: `n${b}` }] : [])),
  })),
);

describe('the drawing of a lineage', () => {
  it('places every node once, after all that feeds it, none over another', () => {
    fc.assert(
      fc.property(graphs, ({ nodes, edges }) => {
        const { places, ways, depths } = lineageLayout(nodes, edges);
        const at = new Map(places.map((place) => [place.node.id, place]));
        expect(at.size).toBe(nodes.length);
        expect(ways).toHaveLength(edges.length);
        for (const { from, to } of edges) expect(at.get(from)?.depth ?? 99).toBeLessThan(at.get(to)?.depth ?? -1);
        for (const a of places) {
          expect(a.depth).toBeLessThan(depths);
          for (const b of places) if (a !== b && a.depth === b.depth) expect(Math.abs(a.lane - b.lane)).toBeGreaterThan(0.999);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('survives a ring, which no lineage has', () => {
    const ring = ['a', 'b', 'c'].map(node);
    const { places } = lineageLayout(ring, [
      { from: 'a', to: 'b' },
      { from: 'b', to: 'c' },
      { from: 'c', to: 'a' },
    ]);
    expect(places).toHaveLength(3);
  });

  it('runs left to right where there is room, else downwards, and stays inside its size', () => {
    const layout = lineageLayout(
      ['a', 'b', 'c', 'd', 'e'].map(node),
      ['ab', 'bc', 'cd', 'ce'].map((pair) => ({ from: pair.charAt(0), to: pair.charAt(1) })),
    );
    for (const [room, down] of [
      [576, false],
      [332, true],
    ] as const) {
      const drawing = lineageDrawing(layout, room, 1);
      expect(drawing.down).toBe(down);
      expect(drawing.width).toBeLessThanOrEqual(room);
      for (const place of layout.places) {
        const { left, top } = drawing.box(place);
        expect(left + drawing.nodeWidth).toBeLessThanOrEqual(drawing.width + 0.01);
        expect(top + drawing.nodeHeight).toBeLessThanOrEqual(drawing.height + 0.01);
      }
    }
  });
});
