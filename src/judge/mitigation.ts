import { paceOf, type Tick } from '../domain/time.ts';
import { judgeLineWords } from '../domain/words/judge-lines.ts';
import { judgeMitigationWords as words } from '../domain/words/judge-mitigation.ts';
import { matchesChange } from '../scenario/patterns.ts';
import type { Step } from '../scenario/truth.ts';
import { scatterLine } from './aim.ts';
import { acceptedOf, type CaseFile } from './case-file.ts';
import type { JudgedChange } from './changes.ts';
import { narrowed } from './knowledge.ts';
import { gaugeOf, recoveryAfter, type Recovery } from './recovery.ts';
import { next, NOTHING, quote, say, worded, type Said } from './said.ts';
import { line, scorePart, type ScoreLine, type ScorePart } from './score-card.ts';
import { tellsMissed, unopenedSaid } from './unopened.ts';
import { READINGS, type Reading } from './strictness.ts';
import { BOUNDS, CITES, WEIGHTS } from './weights.ts';
import { afterPage, at, doneAt, metricAt, reading, seenText, titleOf } from './wording.ts';

const W = WEIGHTS.mitigation;

/** A change that was right for this cause and rightly made then: on evidence, or as the urgent way out. */
export interface Apt {
  readonly change: JudgedChange;
  readonly step: Step;
  readonly best: boolean; // of the alternatives
}

/** The changes that stop the harm of this cause, in order of time. A lasting fix that stops it counts as an alternative. */
export function aptMitigations(file: CaseFile): readonly Apt[] {
  const { mitigate, fix } = file.variant.recommended;
  return file.changes.flatMap((change) => {
    if (change.ground !== 'backed' && change.ground !== 'urgent') return [];
    const matches = (step: Step): boolean => step.any.some((pattern) => matchesChange(pattern, change.change));
    const rank = mitigate.findIndex(matches);
    if (rank >= 0) return [{ change, step: mitigate[rank]!, best: rank === 0 }];
    const lasting = change.ground === 'backed' ? fix.find(matches) : undefined;
    return lasting === undefined ? [] : [{ change, step: lasting, best: mitigate.length === 0 }];
  });
}

const shareOf = ({ best }: Apt, { alternative }: Reading): number => (best ? 1 : alternative);

const timeliness = (file: CaseFile, step: Step, tick: Tick, { grace, lateMitigation }: Reading): number => {
  const seconds = (tick - (file.trace.pageTick ?? tick)) * file.brief.tickSeconds;
  const allowed = grace * (step.withinSeconds ?? BOUNDS.timelySeconds * paceOf(file.brief.tickSeconds));
  const late = Math.max(0, seconds - allowed) / (allowed * (BOUNDS.latestTimelyFactor - 1));
  return Math.max(lateMitigation, 1 - late * (1 - lateMitigation));
};

function worked(file: CaseFile, apt: Apt, recovery: Recovery | null): ScoreLine {
  const tick = apt.change.entry.effectTick;
  const key = file.brief.recovery.metric;
  if (recovery === null)
    return line(
      0,
      W.worked,
      tick,
      worded(words.broughtNothingBack, metricAt(file, key, Math.min(file.trace.endTick, tick + 1))),
      CITES.worked,
    );
  const { info, worstTick } = recovery.gauge;
  const valueAt = (when: Tick): Said => worded(judgeLineWords.valueAt, reading(file, info, when), at(file, when));
  const text = worded(words.cameBack, titleOf(file, info), valueAt(worstTick), valueAt(recovery.tick));
  return line(W.worked, W.worked, recovery.tick, text, CITES.worked);
}

/**
 * A verification counts when it follows what stopped the harm, names a metric that had been bad, and shows it back before the incident
 * is closed.
 */
export function verification(file: CaseFile, since: Tick): { readonly tick: Tick; readonly metric: string } | null {
  const { resolvedTick, endTick } = file.trace;
  for (const entry of acceptedOf(file.trace, 'verify')) {
    if (entry.tick < since || entry.effectTick > (resolvedTick ?? endTick)) continue;
    const gauge = gaugeOf(file.trace, file.brief, entry.action.metric, since);
    if (gauge !== null && gauge.wasBad && gauge.back(entry.effectTick)) return { tick: entry.effectTick, metric: entry.action.metric };
  }
  return null;
}

function verified(file: CaseFile, since: Tick | null): ScoreLine {
  const entries = acceptedOf(file.trace, 'verify');
  const found = since === null ? null : verification(file, since);
  if (found !== null)
    return line(W.verified, W.verified, found.tick, worded(words.verified, metricAt(file, found.metric, found.tick)), CITES.verified);
  const last = entries.at(-1);
  if (last === undefined) return line(0, W.verified, null, worded(words.noneVerified), CITES.verified);
  return line(
    0,
    W.verified,
    last.tick,
    worded(
      since === null ? words.verifiedTooSoon : words.verifiedNothing,
      at(file, last.tick),
      metricAt(file, last.action.metric, last.tick),
    ),
    CITES.verified,
  );
}

/** Where nothing is to be brought back, whoever leaves it alone goes on watching: a metric named after that, and its answer awaited. */
function watched(file: CaseFile, since: Tick, held: boolean): ScoreLine {
  if (!held) return line(0, W.verified, null, worded(words.watchingCounts), CITES.verified);
  const { resolvedTick, endTick } = file.trace;
  const entry = acceptedOf(file.trace, 'verify').find((one) => one.tick >= since && one.effectTick <= (resolvedTick ?? endTick));
  if (entry === undefined) return line(0, W.verified, null, worded(words.noneWatched), CITES.verified);
  const text = worded(words.watched, metricAt(file, entry.action.metric, entry.effectTick));
  return line(W.verified, W.verified, entry.effectTick, text, CITES.verified);
}

/** A change of the kind that this cause calls for, made in a way that the scenario calls harmful. */
const wrongWayOf = ({ changes, variant: { recommended } }: CaseFile): JudgedChange | undefined =>
  changes.find(
    ({ change, harmful, ground }) =>
      ground !== 'withdrawn' &&
      harmful !== null &&
      [...recommended.mitigate, ...recommended.fix].some(({ any }) => any.some(({ type }) => type === change.type)),
  );

function withoutApt(file: CaseFile): ScorePart {
  const urgent = file.changes.find((one) => one.ground === 'urgent');
  const { mitigate } = file.variant.recommended;
  const cites = mitigate[0]?.cites ?? CITES.mitigation;
  const by = file.trace.resolvedTick ?? file.trace.endTick;
  const missed = unopenedSaid(file, tellsMissed(file, mitigate, by), by);
  const wrongWay = wrongWayOf(file);
  if (urgent === undefined && wrongWay !== undefined) {
    const { id, why } = wrongWay.harmful!;
    const text = say`${worded(words.wrongWay, doneAt(file, wrongWay), quote(why, `harmful.${id}.why`))}${missed}`;
    return without(file, line(0, W.apt, wrongWay.entry.tick, text, cites), worded(words.workedWrongly));
  }
  const first =
    urgent === undefined
      ? line(0, W.apt, null, say`${worded(words.noneOnEvidence)}${missed}`, cites)
      : line(W.urgent, W.apt, urgent.entry.tick, say`${worded(words.needless, doneAt(file, urgent))}${missed}`, [
          ...urgent.step!.cites,
          ...CITES.urgent,
        ]);
  return without(file, first, worded(words.workedByLuck));
}

const without = (file: CaseFile, first: ScoreLine, worked: Said): ScorePart =>
  scorePart('mitigation', W.max, [
    first,
    line(0, W.worked, null, worked, CITES.worked),
    line(0, W.timely, null, worded(words.norInTime), CITES.timely),
    verified(file, null),
  ]);

function leaveAlone(file: CaseFile): ScorePart {
  const rule = file.variant.recommended.leaveAlone!;
  const max = W.apt + W.worked + W.timely;
  const entry = acceptedOf(file.trace, 'leave-alone').at(-1);
  const by = entry?.tick ?? file.trace.resolvedTick ?? file.trace.endTick;
  const missed = unopenedSaid(file, tellsMissed(file, [rule], by), by);
  if (entry === undefined)
    return scorePart('mitigation', W.max, [
      line(0, max, null, say`${worded(words.neverLeftAlone)}${missed}`, rule.cites),
      verified(file, null),
    ]);
  const known = file.known(entry.tick, entry.action.evidence);
  const held = rule.needs.length === 0 || known.shown.some((seen) => rule.needs.includes(seen.tell.id));
  const step = { any: [], needs: [], when: [], after: [], withinSeconds: null, says: rule.says, cites: rule.cites } satisfies Step;
  const share = held ? narrowed(known, file.truth) : 0;
  const earned = (reads: Reading): number => share * (W.apt + W.worked + W.timely * timeliness(file, step, entry.tick, reads));
  const late = timeliness(file, step, entry.tick, file.reads) < 1 ? worded(words.cameLate, afterPage(file, entry.tick)) : NOTHING;
  const text = held
    ? say`${worded(words.leftAlone, at(file, entry.tick))}${next(late)}`
    : say`${worded(words.leftAloneUnshown, at(file, entry.tick))}${missed}`;
  return scorePart('mitigation', W.max, [
    line(earned(file.reads), max, entry.tick, text, rule.cites),
    ...scatterLine(file, earned(READINGS.standard), file.trace.endTick),
    watched(file, entry.tick, held),
  ]);
}

/** Mitigation apt and timely: the harm stopped by the right means, in time, and seen to have stopped. */
export function judgeMitigation(file: CaseFile): ScorePart {
  if (file.variant.recommended.leaveAlone !== null) return leaveAlone(file);
  const tried = aptMitigations(file).map((apt) => ({ apt, recovery: recoveryAfter(file.trace, file.brief, apt.change.entry.effectTick) }));
  const worth = ({ apt, recovery }: (typeof tried)[number]): number => (recovery === null ? 0 : 1) + shareOf(apt, READINGS.standard);
  const best = tried.reduce<(typeof tried)[number] | undefined>(
    (most, one) => (most === undefined || worth(one) > worth(most) ? one : most),
    undefined,
  );
  if (best === undefined) return withoutApt(file);
  const { apt, recovery } = best;
  const { entry, support } = apt.change;
  const done = doneAt(file, apt.change);
  const first = line(
    W.apt * shareOf(apt, file.reads),
    W.apt,
    entry.tick,
    support === null ? worded(words.urgently, done) : worded(words.onEvidence, done, seenText(file, support)),
    [...apt.step.cites, ...CITES.mitigation],
  );
  const second = worked(file, apt, recovery);
  const timely = (reads: Reading): number => (recovery === null ? 0 : W.timely * timeliness(file, apt.step, entry.tick, reads));
  const third = line(
    timely(file.reads),
    W.timely,
    entry.tick,
    recovery === null ? worded(words.notInTime) : worded(words.inTime, afterPage(file, entry.tick)),
    CITES.timely,
  );
  const earned = W.apt * shareOf(apt, READINGS.standard) + second.points + timely(READINGS.standard);
  return scorePart('mitigation', W.max, [
    first,
    second,
    third,
    ...scatterLine(file, earned, recovery?.tick ?? file.trace.endTick),
    verified(file, entry.effectTick),
  ]);
}
