import type { Look } from '../domain/action.ts';
import type { LookOffer, Menu, Observation } from '../domain/observation.ts';
import type { Evidence } from '../domain/evidence.ts';

/** Tabs of the evidence panel, from left to right. A system shows those that it has looks for. */
export const EVIDENCE_TABS = [
  'metrics',
  'data',
  'segments',
  'model',
  'experiment',
  'logs',
  'traces',
  'changes',
  'calendar',
  'alerts',
] as const;
export type EvidenceTab = (typeof EVIDENCE_TABS)[number];

const TAB_OF: Readonly<Record<Look['type'], EvidenceTab>> = {
  'look-dashboard': 'metrics',
  'look-logs': 'logs',
  'look-trace': 'traces',
  'look-changes': 'changes',
  'look-alerts': 'alerts',
  'look-lineage': 'data',
  'look-distributions': 'data',
  'look-segments': 'segments',
  'look-registry': 'model',
  'look-evaluation': 'model',
  'look-backtest': 'model',
  'look-sample': 'model',
  'look-experiment': 'experiment',
  'look-calendar': 'calendar',
  'look-messages': 'calendar',
};

export const tabOf = (look: Look): EvidenceTab => TAB_OF[look.type];

/** One tab as it is shown, and the kinds of evidence in it: its own, and what found no room beside it. */
export interface ShownTab {
  readonly id: EvidenceTab;
  readonly holds: readonly EvidenceTab[];
}

const MOST = 8;
const MOVES_TO = [
  ['experiment', 'segments'], // arms are a kind of segment
  ['calendar', 'changes'], // so is what others did a kind of change
] as const satisfies readonly (readonly [EvidenceTab, EvidenceTab])[];

/** The tabs that this system needs, at most eight. The pager's metric is always there, so metrics are. */
export function shownTabs(observation: Observation, menu: Menu): readonly ShownTab[] {
  const needed = new Set<EvidenceTab>(['metrics']);
  for (const offer of menu.looks) needed.add(tabOf(offer.look));
  for (const evidence of observation.evidence) needed.add(tabOf(evidence.look));
  let tabs: readonly ShownTab[] = EVIDENCE_TABS.filter((id) => needed.has(id)).map((id) => ({ id, holds: [id] }));
  for (const [from, to] of MOVES_TO) {
    if (tabs.length <= MOST || !needed.has(from) || !needed.has(to)) continue;
    tabs = tabs.filter((tab) => tab.id !== from).map((tab) => (tab.id === to ? { id: to, holds: [...tab.holds, from] } : tab));
  }
  return tabs;
}

/** Snapshots of one kind, newest first. */
export const snapshots = (observation: Observation, tab: EvidenceTab): readonly Evidence[] =>
  observation.evidence.filter((each) => tabOf(each.look) === tab).toReversed();

/** Looks of one kind that can be asked for. */
export const offers = (menu: Menu, tab: EvidenceTab): readonly LookOffer[] => menu.looks.filter((offer) => tabOf(offer.look) === tab);
