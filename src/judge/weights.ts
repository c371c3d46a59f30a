/**
 * Every weight and bound of the response score. Points of a part's positive checks add up to the part's maximum.
 * What is given in part, or late, see `READINGS`.
 * A "minute" below is a simulated minute, or one tick where a tick is longer.
 */
export const WEIGHTS = {
  detect: {
    max: 10,
    acknowledge: 2,
    dashboards: 3,
    changes: 2,
    impact: 3,
  },
  evidence: {
    max: 20,
    narrowing: 8, // causes excluded before the first change that needs to know the cause
    firstBacked: 8, // a change that evidence seen before it supports
    secondBacked: 4, // the lasting one after it
    urgent: 4, // a reversible way out under high impact, before the cause is known
    unsupported: -4, // a change that nothing seen supports
    contradicted: -6, // a change that speaks against what had been seen
    undoneShare: 0.5, // of that cost, where the player took the change back out in time
  },
  cause: {
    max: 20,
    item: 4, // each of changed, enters, missed
    discriminating: 6,
    rival: 1, // each rival excluded with evidence that excludes it
    rivals: 2,
    furtherClaim: -5,
  },
  mitigation: {
    max: 20,
    apt: 7,
    worked: 5,
    timely: 5,
    verified: 3,
    urgent: 3, // the reversible way out where it is not what this cause needed
  },
  fix: {
    max: 10,
    apt: 5,
    holds: 3,
    closed: 2,
  },
  prevention: {
    max: 10,
  },
  communication: {
    max: 10,
    firstUpdate: 2,
    furtherUpdate: 1,
    furtherUpdates: 2,
    answer: 2,
    trust: 1,
    review: 3,
    baselessClaim: -2,
    silence: -1,
  },
} as const;

export const BOUNDS = {
  acknowledgeMinutes: 2,
  dashboardMinutes: 6,
  changesMinutes: 9,
  impactMinutes: 10,
  lateFactor: 2.5, // beyond this many times a bound an act still earns its least
  timelySeconds: 900, // where a recommended step states no time
  latestTimelyFactor: 3, // at this many times the time allowed, only the least is left
  holdMinutes: 5, // at the end of an episode, for how long the metric must have been back
  undoMinutes: 10, // in which taking a wrong change back out halves its cost
  updateGapMinutes: 5, // at most one update is rewarded in this time
  firstUpdateMinutes: 10,
  silenceMinutes: 20,
  trustPoints: 85,
  mostTrust: 100, // trust is counted from 0 to this
  provenShare: 0.25, // of the run's impact that the re-run must save for full marks
  helpsShare: 0.03, // of the run's impact that an item must save to count as having an effect
  effortPoints: 10,
  scatter: 0.6, // how fast wrong changes beside the right one use up its points: one leaves 63 %, three 36 %
  undoneScatter: 0.5, // of that, where the wrong change was taken back out in time
  scatterMinutes: 10, // after a fix took effect, in which other wrong changes still count as scatter
} as const;

/** Playbook entries that the checks common to all scenarios rest on. */
export const CITES = {
  acknowledge: ['g1-q10-calm-triage'],
  dashboards: ['g1-q10-check-dashboards', 'g1-q10-check-error-rates'],
  changes: ['g1-q10-check-recent-deploys'],
  impact: ['g1-q10-assess-customer-impact'],
  narrowing: ['g1-q10-observability-use', 'g1-q10-calm-triage'],
  backed: ['g1-q10-observability-use'],
  unsupported: ['g1-q04-response-by-root-cause', 'g1-q10-calm-triage'],
  urgent: ['g1-q10-rollback-if-impact-high', 'g2-q10-rollback-while-investigating'],
  named: ['g1-q10-tests-root-cause'],
  discriminating: ['g1-q10-observability-use', 'g1-q10-tests-root-cause'],
  rivals: ['g1-q10-calm-triage'],
  mitigation: ['g1-q10-immediate-vs-longer', 'g1-q04-response-by-root-cause'],
  worked: ['g1-q03-monitor-slos-after-deploy'],
  timely: ['g1-q10-tests-incident-response'],
  verified: ['g1-q03-monitor-slos-after-deploy'],
  fix: ['g1-q10-immediate-vs-longer'],
  closed: ['g1-q10-prevent-recurrence'],
  prevention: ['g1-q10-prevent-recurrence'],
  update: ['g1-q23-communicate-timelines', 'g1-q23-communicate-risks'],
  answer: ['g1-q23-offer-options', 'g1-q23-communicate-risks'],
  trust: ['g1-q23-set-expectations'],
  claim: ['g1-q23-communicate-ambiguity'],
  review: ['g1-q10-blameless-postmortem', 'g1-q20-culture-blameless'],
} as const satisfies Record<string, readonly string[]>;
