import type { GraphFrame } from '../../game/debrief-graph.ts';
import type { RunFacts } from '../../game/debrief-facts.ts';

export const PLAIN_EDGE = 14; // px to the right of a plot that names nothing there
const PHONE = 560; // px, narrower plots are lower and give less room to the edges
const LEAST_PLOT = 180; // px, with less the names at the edge give way
const LEAD_SECONDS = 420; // before the page that are worth seeing
const LEAD_SHARE = 1 / 8; // of what follows it, where that is more

/**
 * The plot that the graph and the belief lanes share, so that a moment stands on one vertical in both.
 * @param edge whether names of lines stand at the right edge
 * @param scale of the text, 1 is 100 %
 */
export function nightFrame(run: RunFacts, width: number, edge: 'names' | 'plain', scale: number): GraphFrame {
  const narrow = width < PHONE;
  const page = run.pageTick ?? 0;
  const lead = Math.round(Math.max((narrow ? LEAD_SECONDS / 2 : LEAD_SECONDS) / run.clock.tickSeconds, LEAD_SHARE * (run.endTick - page)));
  const left = (narrow ? 46 : 60) * scale;
  const names = (narrow ? 58 : 76) * scale;
  return {
    width,
    height: narrow ? 230 : 300,
    scale,
    left,
    right: edge === 'names' && width - left - names >= LEAST_PLOT ? names : PLAIN_EDGE,
    top: narrow ? 30 : 26,
    bottom: 20 + 16 * scale,
    from: Math.max(0, page - lead),
    to: run.endTick,
  };
}
