import type { EvidenceBody, Reading, Span } from '../../domain/evidence.ts';
import { formatValue } from '../../domain/metric.ts';
import { traceLook as words } from '../../domain/words/look-trace.ts';
import { lookTitles } from '../../domain/words/looks.ts';
import { lognormalQuantile } from '../../kernel/math.ts';
import { keyedDraw } from '../../kernel/streams.ts';
import { localHitShare } from '../../parts/feature-store/step.ts';
import { oldestArrival } from '../../parts/model-server/cells.ts';
import { cpuMsPerRequest, heavyCardExtraMs, type PodGroup } from '../../parts/model-server/group.ts';
import { sampled } from '../information.ts';
import { conditionsOf } from './conditions.ts';
import type { World } from './world.ts';

const SAMPLED = 401; // traces kept of a moment; the slow one is at their 95th percentile

interface Attempt {
  readonly lookup: number; // of the request, from 1
  readonly attempt: number; // of the lookup, from 1
  readonly ms: number;
  readonly timedOut: boolean;
  readonly backoffMs: number; // until the next attempt
}

interface Call {
  readonly version: string;
  readonly queueMs: number;
  readonly poolWaitMs: number;
  readonly readMs: number;
  readonly attempts: readonly Attempt[];
  readonly inferenceMs: number;
  readonly otherMs: number;
  readonly totalMs: number;
}

const ALL = { from: 0.005, to: 0.995 }; // quantiles
const ORDINARY = { from: 0.3, to: 0.7 }; // what a slow request is compared with is neither lucky nor slow itself

/** One request as it would go through the world now; draws are keyed, so that looking moves nothing. */
function sampleCall(world: World, index: number, healthy: boolean): Call {
  const { setup, state } = world;
  const { params } = setup;
  const server = params['model-server'];
  const draw = (k: number): number => keyedDraw(setup.seed, 'trace', healthy ? 'healthy' : 'sample', state.tick, index * 16 + k);
  const conditions = conditionsOf(setup, state);
  const serving = state.parts.serving.groups.filter((group) => group.phase === 'serving');
  const pods = serving.reduce((sum, group) => sum + group.count, 0);
  let at = draw(0) * pods;
  const group: PodGroup | undefined = serving.find((candidate) => (at -= candidate.count) < 0) ?? serving[0];
  const among = healthy ? ORDINARY : ALL;
  const bare = lognormalQuantile(among.from + (among.to - among.from) * draw(1), server.responseMedianMs, server.responseSigma);
  const version = server.versions.find((candidate) => candidate.id === group?.version) ?? server.versions[0]!;
  const factor = healthy ? 1 : conditions.heavyCardCpuFactor;
  const heavy = !healthy && draw(2) < version.heavyCardShare;
  const inferenceMs =
    bare * 0.25 +
    (heavy ? heavyCardExtraMs(version, factor) : 0) +
    (healthy || group === undefined ? 0 : group.coldExcess * cpuMsPerRequest(server, version, factor));
  const queueMs =
    healthy || group === undefined || group.cells.count === 0
      ? bare * 0.02
      : Math.max(0, (state.tick * setup.scenario.brief.tickSeconds - oldestArrival(group.cells)) * 1000 * (0.97 + 0.06 * draw(3)));
  let poolWaitMs = 0;
  let readMs = bare * 0.35;
  if (!healthy && group !== undefined && conditions.storeOpen) {
    const alive = group.snapshotUntil > state.tick * setup.scenario.brief.tickSeconds;
    const misses = conditions.hotKeyShare * (1 - localHitShare(params['feature-store'], group.cacheGap, alive));
    if (draw(4) < misses) {
      const store = state.parts.serving.store;
      const delay = Math.min(store.delaySeconds, conditions.fetchCutSeconds) * 1000;
      const reading = Math.min(delay, store.capacity > 0 ? (store.connections / store.capacity) * 1000 : 0);
      poolWaitMs = delay - reading;
      readMs += reading;
    }
  }
  const attempts: Attempt[] = [];
  const slow = !healthy && conditions.upstreamOpen && conditions.slowCalls !== null && draw(5) < conditions.slowShare;
  if (!slow) attempts.push({ lookup: 1, attempt: 1, ms: bare * 0.28, timedOut: false, backoffMs: 0 });
  else {
    const { upstreamTimeoutMs, upstreamAttempts } = state.parts.controls;
    const lookups = draw(6) < state.inputs['upstream.secondLookupShare'] ? 2 : 1;
    for (let l = 0, k = 7; l < lookups; l++)
      for (let a = 0; a < upstreamAttempts && k < 15; a++, k++) {
        const ms = lognormalQuantile(0.005 + 0.99 * draw(k), state.inputs['upstream.slowMedianMs'], params.upstream.slowSigma);
        const timedOut = ms > upstreamTimeoutMs;
        attempts.push({
          lookup: l + 1,
          attempt: a + 1,
          ms: timedOut ? upstreamTimeoutMs : ms,
          timedOut,
          backoffMs: timedOut && a + 1 < upstreamAttempts ? params.upstream.backoffMs : 0,
        });
        if (!timedOut) break;
      }
  }
  const otherMs = bare * 0.1;
  const upstreamMs = attempts.reduce((sum, attempt) => sum + attempt.ms + attempt.backoffMs, 0);
  const totalMs = queueMs + poolWaitMs + readMs + upstreamMs + inferenceMs + otherMs;
  return { version: version.id, queueMs, poolWaitMs, readMs, attempts, inferenceMs, otherMs, totalMs };
}

function spansOf(call: Call): Span[] {
  const spans: Span[] = [];
  const add = (name: string, parent: number, startMs: number, durationMs: number, station: string, note?: string): number => {
    spans.push({ name, parent, startMs, durationMs, station, critical: false, ...(note === undefined ? {} : { note }) });
    return spans.length - 1;
  };
  const root = add('gateway POST /score', -1, 0, call.totalMs, 'gateway');
  const score = add('fraud-api.score', root, call.otherMs / 2, call.totalMs - call.otherMs / 2, 'fraud-api', `model ${call.version}`);
  let at = call.otherMs / 2;
  add('queue.wait', score, at, call.queueMs, 'fraud-api');
  at += call.queueMs;
  const fetch = add('features.get', score, at, call.poolWaitMs + call.readMs, 'feature-store');
  if (call.poolWaitMs > 0) add('pool.wait', fetch, at, call.poolWaitMs, 'feature-store');
  add('store.read', fetch, at + call.poolWaitMs, call.readMs, 'feature-store', call.readMs > 200 ? 'partition p17' : undefined);
  at += call.poolWaitMs + call.readMs;
  const many = call.attempts.some(({ lookup }) => lookup > 1);
  call.attempts.forEach((attempt) => {
    const note = attempt.timedOut ? words.cut(many ? attempt.lookup : null, attempt.attempt, Math.round(attempt.ms)) : undefined;
    add('merchant-risk.lookup', score, at, attempt.ms, 'merchant-risk', note);
    at += attempt.ms + attempt.backoffMs;
  });
  add(`inference ${call.version}`, score, at, call.inferenceMs, 'fraud-api');
  return markCritical(spans);
}

const CRITICAL_SHARE = 0.1; // of the whole: children follow one another, so each that takes this much makes the request late

/** Spans that make the request as long as it is: those that take a good part of it, inside one that does. */
function markCritical(spans: readonly Span[]): Span[] {
  const total = spans[0]!.durationMs;
  const critical = new Set<number>();
  spans.forEach((span, i) => {
    if (span.parent < 0 || (critical.has(span.parent) && span.durationMs >= total * CRITICAL_SHARE)) critical.add(i);
  });
  return spans.map((span, i) => ({ ...span, critical: critical.has(i) }));
}

/** A trace of this moment: the one at the 95th percentile of those kept, or the median, beside a healthy one. */
export function traceBody(world: World, pick: 'slow' | 'typical'): { title: string; readings: Reading[]; body: EvidenceBody } {
  const kept = sampled(world, SAMPLED);
  const calls = Array.from({ length: kept }, (_, i) => sampleCall(world, i, false)).sort((a, b) => a.totalMs - b.totalMs);
  const call = calls[Math.floor((pick === 'slow' ? 0.95 : 0.5) * kept)]!;
  const healthy = sampleCall(world, 0, true);
  const upstreamMs = call.attempts.reduce((sum, attempt) => sum + attempt.ms + attempt.backoffMs, 0);
  const parts = [
    { key: 'queue_wait', name: words.parts.queue_wait, ms: call.queueMs, healthy: healthy.queueMs },
    { key: 'features_get', name: words.parts.features_get, ms: call.poolWaitMs + call.readMs, healthy: healthy.readMs },
    { key: 'merchant_risk', name: words.parts.merchant_risk, ms: upstreamMs, healthy: healthy.attempts[0]!.ms },
    { key: 'inference', name: words.parts.inference, ms: call.inferenceMs, healthy: healthy.inferenceMs },
  ];
  const readings: Reading[] = [
    { key: 'trace.total_ms', label: words.total, value: call.totalMs, unit: 'ms', normal: healthy.totalMs },
    ...parts.map((part): Reading => ({
      key: `trace.${part.key}.share`,
      label: words.shareOf(part.name),
      value: part.ms / call.totalMs,
      unit: 'share',
    })),
    { key: 'trace.merchant_risk.attempts', label: words.attempts, value: call.attempts.length, unit: 'count', normal: 1 },
  ];
  const longest = [...parts].sort((a, b) => b.ms - a.ms)[0]!;
  const id = Math.floor(keyedDraw(world.setup.seed, 'trace', 'id', world.state.tick, pick === 'slow' ? 1 : 0) * 0xffff).toString(16).padStart(4, '0'); // prettier-ignore
  return {
    title: lookTitles.trace[pick],
    readings,
    body: {
      kind: 'trace',
      traceId: id,
      totalMs: call.totalMs,
      spans: spansOf(call),
      healthy: spansOf(healthy),
      finding: words.finding(
        Math.round((longest.ms / call.totalMs) * 100),
        longest.name,
        formatValue(Math.round(longest.ms), 'count'),
        formatValue(Math.round(longest.healthy), 'count'),
      ),
    },
  };
}
