import { z } from 'zod';

const id = z.string().regex(/^[a-z0-9][a-z0-9-]{0,40}$/, 'expected a lower-case slug such as "v18"');
const share = z.number().min(0).max(1);
const seconds = z
  .number()
  .min(0)
  .max(86_400 * 90);

const version = z.strictObject({
  id,
  responseFactor: z.number().min(0.01).max(100).default(1), // × the ordinary answer time
  entropyBits: z.number().min(0).max(40).default(6.7), // of what it answers: how varied its answers are
  segments: z
    .array(
      z.strictObject({
        id, // of the audience
        clicks: z.number().min(0).max(10).default(1), // × the click rate with the stable version
        perClick: z.number().min(0).max(10).default(1), // × what a click is worth there
        entropyBits: z.number().min(0).max(40).nullable().default(null), // of what it answers there; null: as elsewhere
      }),
    )
    .max(8)
    .default([]), // a segment that is not named: 1 and 1
});

/** How a version of a model reaches its audience: what it is worth to whom, in which steps it goes out, and what may stop it. */
export const paramsSchema = z.strictObject({
  stable: id.default('v1'),
  candidate: id.default('v2'),
  next: id.nullable().default(null), // what lies ready to be shipped on top
  versions: z.array(version).min(1).max(8).default([{ id: 'v1', responseFactor: 1, entropyBits: 6.7, segments: [] }, { id: 'v2', responseFactor: 1, entropyBits: 6.7, segments: [] }]),
  ramp: z.array(z.strictObject({ id, atSeconds: seconds, share })).max(6).default([]), // as planned: the candidate's share from then on
  throughAnswers: share.default(1), // share of successes that pass through what the model answers
  copiesLists: z.boolean().default(false), // promotion copies the stable version's stored lists to the candidate's side
  weakSegment: id.nullable().default(null), // where the candidate misreads its input, if it does
  originSegment: id.nullable().default(null), // what a split by origin sends to one side

  podShare: z.number().gt(0).max(1).default(0.05), // of all requests, for which a release starts one pod
  storedLists: z.number().int().min(0).max(1e9).default(180_000), // how many those are
  coldStartShare: share.default(0), // of requests to a pod that has just started, that miss its cache
  coldTimeoutShare: share.default(0), // of those misses, that run out of time
  refillRequests: z.number().positive().max(1e7).default(1260), // a pod's misses fall to 1/e with so many requests
  normalFallbackShare: share.default(0), // of requests that get the fallback's answer on any night
  fallbackSuccess: share.default(0), // of those
  splitByUnit: z.boolean().default(false), // who gets the candidate is drawn by the unit, whatever its origin
  warmFirst: z.boolean().default(false), // caches are filled before the first request arrives

  medianMs: z.number().min(0.1).max(60_000).default(60), // of an ordinary answer
  sigma: z.number().min(0.01).max(3).default(0.54), // of its logarithm
  coldFactor: z.number().min(1).max(100).default(1), // × the median where the cache misses
  tailSampleSd: z.number().min(0).max(1).default(0.037), // of a p95 from 900 requests, relative

  guardrail: z
    .strictObject({
      on: z.boolean().default(false),
      gapPp: z.number().min(-100).max(0).default(-0.8), // amber when the candidate's success lies further below the stable side's, in points
      okPp: z.number().gt(0).max(100).default(0.6), // a gap within this counts as none
      firstReadSeconds: seconds.default(300), // of comparison, before it is read
      leastTrials: z.number().int().min(1).max(1e7).default(1), // on the candidate, likewise
      timeoutSeconds: seconds.default(14_400), // an amber that nobody answers is aborted after this
    })
    .prefault({}),
  autoRollback: z
    .strictObject({
      on: z.boolean().default(false),
      z: z.number().min(0).max(20).default(2.81), // a segment this far below takes the release back
      leastTrials: z.number().int().min(1).max(1e7).default(100), // in the candidate's cell of that segment
    })
    .prefault({}),
  canary: z
    .strictObject({
      on: z.boolean().default(false), // a share first, judged by the agreed rule, before the planned steps
      share: share.default(0.05),
      seconds: seconds.default(86_400),
    })
    .prefault({}),
  shadow: z
    .strictObject({
      on: z.boolean().default(false), // both versions score the same requests before the first step; users see the stable one's answer
      seconds: seconds.default(600),
      z: z.number().min(0).max(50).default(5), // of the paired comparison, at which the release stops
      eurPerHour: z.number().min(0).max(10_000).default(9), // of scoring everything twice
    })
    .prefault({}),
  gate: z
    .strictObject({
      on: z.boolean().default(false),
      threshold: z.number().min(0).max(10).default(1), // of the candidate's clicks on the evaluation set, × the stable version's
      evaluation: z.array(z.strictObject({ id, share })).max(8).default([]), // mix of the evaluation set, by segment
    })
    .prefault({}),
  retrained: z
    .array(z.strictObject({ data: z.enum(['all', 'recent', 'with-segment', 'reweighted', 'reviewed']), version: id, extraSeconds: seconds.default(0), promotes: z.boolean().default(true) }))
    .max(5)
    .default([]), // what training on each kind of data yields; extraSeconds: on top of the retrain's own delay

  leastGroupTrials: z.number().int().min(1).max(1e7).default(300), // of the smaller side, before a group's difference is told
  delayEurPerDay: z.number().min(0).max(1e7).default(0), // what the candidate would earn a day beyond the counted outcomes
  delayDays: z.number().min(0).max(365).default(7), // until a release that was taken back comes again
  opening: z
    .strictObject({
      on: z.boolean().default(false), // of the nights that may come, the one that is told begins as said here
      fromSeconds: seconds.default(0), // from when on the comparison is read
      seconds: seconds.default(300),
      gapPp: z.number().min(-100).max(100).default(-0.9),
      tolerancePp: z.number().gt(0).max(100).default(0.05),
      tries: z.number().int().min(1).max(2000).default(400), // at most; then the nearest
    })
    .prefault({}),
}); // prettier-ignore
export type ReleaseParams = z.infer<typeof paramsSchema>;
export type ModelVersion = ReleaseParams['versions'][number];

/** What looks show of a release, by the words of the look. */
export const readings = {
  'dashboard release': ['release.success_gap_pp', 'release.success_share', 'release.latency_p95_ms', 'release.fallback_share', 'release.fallback_peak_share', 'release.share', 'release.decisions'],
  'dashboard model': ['model.click_share', 'model.entropy_bits'],
  segments: ['segments.gap_pp', 'segments.share_gap_pp', 'segments.contrast', 'segments.click_contrast', 'difference.found', 'difference.segment', 'difference.client', 'difference.arm', 'difference.side'],
  experiment: [
    'experiment.gap_pp', 'experiment.half_width_pp', 'experiment.adjusted_gap_pp', 'experiment.mix_gap_pp', 'experiment.split_p', 'experiment.power', 'experiment.trials',
    'experiment.trials_needed', 'experiment.arm_change',
  ],
  evaluation: ['evaluation.mix_gap_pp', 'evaluation.metric', 'evaluation.live_metric', 'evaluation.worst_slice'],
  registry: ['registry.candidate_share', 'registry.versions'],
  sample: ['sample.changed_share', 'sample.checked'],
  logs: ['logs.fallback-timeout.count', 'logs.cache-miss.count', 'logs.list-expired.count', 'logs.pod-ready.count', 'logs.gc-pause.count', 'logs.access.count'],
} as const; // prettier-ignore

export const faultInputs = {
  expiredListShare: { unit: 'share', low: 0, high: 1, op: 'set', says: 'stored lists copied at promotion that have expired and are the candidate’s own now' },
  weakFactor: { unit: '× success', low: 0, high: 2, op: 'set', says: 'success of the candidate in its weak segment, against the stable version' },
  originWeight: { unit: '× its share', low: 0, high: 20, op: 'set', says: 'how much more of one origin the split sends to the candidate' },
  coldStartShare: { unit: 'share', low: 0, high: 1, op: 'set', says: 'requests to a freshly started pod that miss its cache' },
  coldTimeoutShare: { unit: 'share', low: 0, high: 1, op: 'set', says: 'cache misses that run out of time and get the fallback’s answer' },
} as const; // prettier-ignore
