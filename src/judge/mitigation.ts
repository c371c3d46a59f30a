import { paceOf, type Tick } from '../domain/time.ts';
import { matchesChange } from '../scenario/patterns.ts';
import type { Step } from '../scenario/truth.ts';
import { scatterLine } from './aim.ts';
import { acceptedOf, type CaseFile } from './case-file.ts';
import type { JudgedChange } from './changes.ts';
import { narrowed } from './knowledge.ts';
import { gaugeOf, recoveryAfter, type Recovery } from './recovery.ts';
import { NOTHING, say } from './said.ts';
import { line, scorePart, type ScoreLine, type ScorePart } from './score-card.ts';
import { tellsMissed, unopenedSaid } from './unopened.ts';
import { READINGS, type Reading } from './strictness.ts';
import { BOUNDS, CITES, WEIGHTS } from './weights.ts';
import { afterPage, at, doneAt, metricAt, reading, seenText, titleOf } from './wording.ts';

const W = WEIGHTS.mitigation;
const TITLE = 'Mitigation, apt and in time';

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
      say`It did not bring the system back and keep it there: ${metricAt(file, key, Math.min(file.trace.endTick, tick + 1))}.`,
      CITES.worked,
    );
  const { info, worstTick } = recovery.gauge;
  const was = say`${reading(file, info, worstTick)} ${at(file, worstTick)}`;
  const text = say`${titleOf(file, info)} came back from ${was} to ${reading(file, info, recovery.tick)} ${at(file, recovery.tick)} and held for long enough.`;
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
    return line(
      W.verified,
      W.verified,
      found.tick,
      say`Verified after the mitigation: ${metricAt(file, found.metric, found.tick)}.`,
      CITES.verified,
    );
  const last = entries.at(-1);
  if (last === undefined) return line(0, W.verified, null, say`No metric was named to verify that it worked.`, CITES.verified);
  return line(
    0,
    W.verified,
    last.tick,
    since === null
      ? say`Verifying ${at(file, last.tick)} counts once something was mitigated on evidence: ${metricAt(file, last.action.metric, last.tick)}.`
      : say`Verifying ${at(file, last.tick)} did not show a recovery after an apt mitigation: ${metricAt(file, last.action.metric, last.tick)}.`,
    CITES.verified,
  );
}

/** Where nothing is to be brought back, whoever leaves it alone goes on watching: a metric named after that, and its answer awaited. */
function watched(file: CaseFile, since: Tick, held: boolean): ScoreLine {
  if (!held)
    return line(0, W.verified, null, say`Watching a metric counts once leaving it alone rests on evidence that says why.`, CITES.verified);
  const { resolvedTick, endTick } = file.trace;
  const entry = acceptedOf(file.trace, 'verify').find((one) => one.tick >= since && one.effectTick <= (resolvedTick ?? endTick));
  if (entry === undefined) return line(0, W.verified, null, say`No metric was watched after deciding to leave it alone.`, CITES.verified);
  const text = say`Watched after deciding to leave it alone: ${metricAt(file, entry.action.metric, entry.effectTick)}.`;
  return line(W.verified, W.verified, entry.effectTick, text, CITES.verified);
}

function withoutApt(file: CaseFile): ScorePart {
  const urgent = file.changes.find((one) => one.ground === 'urgent');
  const { mitigate } = file.variant.recommended;
  const cites = mitigate[0]?.cites ?? CITES.mitigation;
  const by = file.trace.resolvedTick ?? file.trace.endTick;
  const missed = unopenedSaid(file, tellsMissed(file, mitigate, by), by);
  const first =
    urgent === undefined
      ? line(0, W.apt, null, say`No mitigation for this cause was made on evidence.${missed}`, cites)
      : line(
          W.urgent,
          W.apt,
          urgent.entry.tick,
          say`${doneAt(file, urgent)} under high impact: sound, though this cause needed something else.${missed}`,
          [...urgent.step!.cites, ...CITES.urgent],
        );
  return scorePart('mitigation', TITLE, W.max, [
    first,
    line(0, W.worked, null, say`Whether something worked without evidence is luck, which earns nothing.`, CITES.worked),
    line(0, W.timely, null, say`Nor does it earn anything to be in time with it.`, CITES.timely),
    verified(file, null),
  ]);
}

function leaveAlone(file: CaseFile): ScorePart {
  const rule = file.variant.recommended.leaveAlone!;
  const max = W.apt + W.worked + W.timely;
  const entry = acceptedOf(file.trace, 'leave-alone').at(-1);
  const by = entry?.tick ?? file.trace.resolvedTick ?? file.trace.endTick;
  const missed = unopenedSaid(file, tellsMissed(file, [rule], by), by);
  if (entry === undefined)
    return scorePart('mitigation', TITLE, W.max, [
      line(0, max, null, say`That nothing should be changed was never said.${missed}`, rule.cites),
      verified(file, null),
    ]);
  const known = file.known(entry.tick, entry.action.evidence);
  const held = rule.needs.length === 0 || known.shown.some((seen) => rule.needs.includes(seen.tell.id));
  const step = { any: [], needs: [], when: [], after: [], withinSeconds: null, says: rule.says, cites: rule.cites } satisfies Step;
  const share = held ? narrowed(known, file.truth) : 0;
  const earned = (reads: Reading): number => share * (W.apt + W.worked + W.timely * timeliness(file, step, entry.tick, reads));
  const late = timeliness(file, step, entry.tick, file.reads) < 1 ? say` It came late, ${afterPage(file, entry.tick)}.` : NOTHING;
  const text = held
    ? say`Leaving it alone ${at(file, entry.tick)} was right, and the evidence named says why.${late}`
    : say`Leaving it alone ${at(file, entry.tick)} was right, but the evidence named does not say why.${missed}`;
  return scorePart('mitigation', TITLE, W.max, [
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
  const ground = support === null ? say`as the reversible way out under high impact` : say`on evidence: ${seenText(file, support)}`;
  const first = line(
    W.apt * shareOf(apt, file.reads),
    W.apt,
    entry.tick,
    say`${doneAt(file, apt.change)}: right for this cause, ${ground}.`,
    [...apt.step.cites, ...CITES.mitigation],
  );
  const second = worked(file, apt, recovery);
  const timely = (reads: Reading): number => (recovery === null ? 0 : W.timely * timeliness(file, apt.step, entry.tick, reads));
  const third = line(
    timely(file.reads),
    W.timely,
    entry.tick,
    recovery === null ? say`What did not work was not in time either.` : say`Asked for ${afterPage(file, entry.tick)}.`,
    CITES.timely,
  );
  const earned = W.apt * shareOf(apt, READINGS.standard) + second.points + timely(READINGS.standard);
  return scorePart('mitigation', TITLE, W.max, [
    first,
    second,
    third,
    ...scatterLine(file, earned, recovery?.tick ?? file.trace.endTick),
    verified(file, entry.effectTick),
  ]);
}
