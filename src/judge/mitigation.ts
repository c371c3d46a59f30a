import { formatValue } from '../domain/metric.ts';
import type { Tick } from '../domain/time.ts';
import { matchesChange } from '../scenario/patterns.ts';
import type { Step } from '../scenario/truth.ts';
import { scatterLine } from './aim.ts';
import { acceptedOf, afterPage, at, line, metricAt, seenText, type CaseFile, doneAt } from './case-file.ts';
import type { JudgedChange } from './changes.ts';
import { narrowed } from './knowledge.ts';
import { gaugeOf, recoveryAfter, type Recovery } from './recovery.ts';
import { scorePart, type ScoreLine, type ScorePart } from './score-card.ts';
import { BOUNDS, CITES, WEIGHTS } from './weights.ts';

const W = WEIGHTS.mitigation;
const TITLE = 'Mitigation, apt and in time';

/** A change that was right for this cause and rightly made then: on evidence, or as the urgent way out. */
export interface Apt {
  readonly change: JudgedChange;
  readonly step: Step;
  readonly share: number; // 1 for the best of the alternatives
}

/** The changes that stop the harm of this cause, in order of time. A lasting fix that stops it counts as an alternative. */
export function aptMitigations(file: CaseFile): readonly Apt[] {
  const { mitigate, fix } = file.variant.recommended;
  return file.changes.flatMap((change) => {
    if (change.ground !== 'backed' && change.ground !== 'urgent') return [];
    const matches = (step: Step): boolean => step.any.some((pattern) => matchesChange(pattern, change.change));
    const rank = mitigate.findIndex(matches);
    if (rank >= 0) return [{ change, step: mitigate[rank]!, share: rank === 0 ? 1 : W.alternativeShare }];
    const lasting = change.ground === 'backed' ? fix.find(matches) : undefined;
    return lasting === undefined ? [] : [{ change, step: lasting, share: mitigate.length === 0 ? 1 : W.alternativeShare }];
  });
}

const timeliness = (file: CaseFile, step: Step, tick: Tick): number => {
  const seconds = (tick - (file.trace.pageTick ?? tick)) * file.brief.tickSeconds;
  const allowed = step.withinSeconds ?? BOUNDS.timelySeconds;
  const late = Math.max(0, seconds - allowed) / (allowed * (BOUNDS.latestTimelyFactor - 1));
  return Math.max(W.lateShare, 1 - late * (1 - W.lateShare));
};

function worked(file: CaseFile, apt: Apt, recovery: Recovery | null): ScoreLine {
  const tick = apt.change.entry.effectTick;
  const key = file.brief.pager.metric;
  if (recovery === null)
    return line(
      0,
      W.worked,
      tick,
      `It did not bring the system back and keep it there: ${metricAt(file, key, Math.min(file.trace.endTick, tick + 1))}.`,
      CITES.worked,
    );
  const { gauge } = recovery;
  const text = `${gauge.info.title} came back from ${formatValue(gauge.worst, gauge.info.unit)} ${at(file, gauge.worstTick)} to ${formatValue(gauge.value(recovery.tick), gauge.info.unit)} ${at(file, recovery.tick)} and held.`;
  return line(W.worked, W.worked, recovery.tick, text, CITES.worked);
}

/** A verification counts when it follows what stopped the harm and names a metric that had been bad and was back when the answer came. */
export function verification(file: CaseFile, since: Tick): { readonly tick: Tick; readonly metric: string } | null {
  for (const entry of acceptedOf(file.trace, 'verify')) {
    if (entry.tick < since || entry.effectTick > file.trace.endTick) continue;
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
      `Verified after the mitigation: ${metricAt(file, found.metric, found.tick)}.`,
      CITES.verified,
    );
  const last = entries.at(-1);
  if (last === undefined) return line(0, W.verified, null, 'No metric was named to verify that it worked.', CITES.verified);
  return line(
    0,
    W.verified,
    last.tick,
    `Verifying ${at(file, last.tick)} did not show a recovery after an apt mitigation: ${metricAt(file, last.action.metric, last.tick)}.`,
    CITES.verified,
  );
}

function withoutApt(file: CaseFile): ScorePart {
  const urgent = file.changes.find((one) => one.ground === 'urgent');
  const cites = file.variant.recommended.mitigate[0]?.cites ?? CITES.mitigation;
  const first =
    urgent === undefined
      ? line(0, W.apt, null, 'No mitigation for this cause was made on evidence.', cites)
      : line(
          W.urgent,
          W.apt,
          urgent.entry.tick,
          `${doneAt(file, urgent)} under high impact: sound, though this cause needed something else.`,
          [...(urgent.step?.cites ?? []), ...CITES.urgent],
        );
  return scorePart('mitigation', TITLE, W.max, [
    first,
    line(0, W.worked, null, 'So nothing of the kind could work.', CITES.worked),
    line(0, W.timely, null, 'And none was in time.', CITES.timely),
    verified(file, null),
  ]);
}

function leaveAlone(file: CaseFile): ScorePart {
  const rule = file.variant.recommended.leaveAlone!;
  const max = W.apt + W.worked + W.timely;
  const entry = acceptedOf(file.trace, 'leave-alone').at(-1);
  if (entry === undefined)
    return scorePart('mitigation', TITLE, W.max, [
      line(0, max, null, 'That nothing should be changed was never said.', rule.cites),
      verified(file, null),
    ]);
  const known = file.known(entry.tick, entry.action.evidence);
  const held = rule.needs.length === 0 || known.shown.some((seen) => rule.needs.includes(seen.tell.id));
  const step = { any: [], needs: [], when: [], withinSeconds: null, says: rule.says, cites: rule.cites } satisfies Step;
  const share = held ? narrowed(known, file.truth) : 0;
  const earned = share * (W.apt + W.worked + W.timely * timeliness(file, step, entry.tick));
  const text = held
    ? `Leaving it alone ${at(file, entry.tick)} was right, and the evidence named says why.`
    : `Leaving it alone ${at(file, entry.tick)} was right, but the evidence named does not say why.`;
  return scorePart('mitigation', TITLE, W.max, [
    line(earned, max, entry.tick, text, rule.cites),
    ...scatterLine(file, earned, file.trace.endTick),
    verified(file, entry.tick),
  ]);
}

/** Mitigation apt and timely: the harm stopped by the right means, in time, and seen to have stopped. */
export function judgeMitigation(file: CaseFile): ScorePart {
  if (file.variant.recommended.leaveAlone !== null) return leaveAlone(file);
  const tried = aptMitigations(file).map((apt) => ({ apt, recovery: recoveryAfter(file.trace, file.brief, apt.change.entry.effectTick) }));
  const worth = ({ apt, recovery }: (typeof tried)[number]): number => (recovery === null ? 0 : 1) + apt.share;
  const best = tried.reduce<(typeof tried)[number] | undefined>(
    (most, one) => (most === undefined || worth(one) > worth(most) ? one : most),
    undefined,
  );
  if (best === undefined) return withoutApt(file);
  const { apt, recovery } = best;
  const { entry, support } = apt.change;
  const aptPoints = W.apt * apt.share;
  const ground = support === null ? 'as the reversible way out under high impact' : `on evidence: ${seenText(file, support)}`;
  const first = line(aptPoints, W.apt, entry.tick, `${doneAt(file, apt.change)}: right for this cause, ${ground}.`, [
    ...apt.step.cites,
    ...CITES.mitigation,
  ]);
  const second = worked(file, apt, recovery);
  const timely = recovery === null ? 0 : W.timely * timeliness(file, apt.step, entry.tick);
  const third = line(
    timely,
    W.timely,
    entry.tick,
    recovery === null ? 'What did not work was not in time either.' : `It was asked for ${afterPage(file, entry.tick)}.`,
    CITES.timely,
  );
  const earned = first.points + second.points + third.points;
  return scorePart('mitigation', TITLE, W.max, [
    first,
    second,
    third,
    ...scatterLine(file, earned, recovery?.tick ?? file.trace.endTick),
    verified(file, entry.effectTick),
  ]);
}
