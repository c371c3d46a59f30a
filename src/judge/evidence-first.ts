import { judgeEvidenceWords as words } from '../domain/words/judge-evidence.ts';
import { matchesChange } from '../scenario/patterns.ts';
import type { Recommended, Step } from '../scenario/truth.ts';
import { acceptedOf, type CaseFile } from './case-file.ts';
import type { JudgedChange } from './changes.ts';
import { narrowed } from './knowledge.ts';
import { next, NOTHING, quote, say, worded, type Said } from './said.ts';
import { line, scorePart, type ScoreLine, type ScorePart } from './score-card.ts';
import { tellingApart, tellsMissed, unopenedSaid } from './unopened.ts';
import { CITES, WEIGHTS } from './weights.ts';
import { afterPage, at, bound, count, doneAt, seenText } from './wording.ts';

const W = WEIGHTS.evidence;

/** Changes that ask for knowledge of the cause. */
const needsCause = (one: JudgedChange): boolean => !['urgent', 'undo', 'withdrawn'].includes(one.ground);

function narrowing(file: CaseFile): ScoreLine {
  const first = file.changes.find(needsCause);
  const tick = first?.entry.tick ?? file.trace.resolvedTick ?? file.trace.endTick;
  const known = file.known(tick);
  const others = file.truth.variants.length - 1;
  const gone = file.truth.variants.length - known.open.size;
  const seen = known.telling.at(-1) ?? known.calm.at(-1);
  const detail = seen === undefined ? worded(words.toldNothingApart) : seenText(file, seen);
  const counts = [count('causes.excluded', gone, tick), count('causes.other', others, tick)] as const;
  const excluded =
    first === undefined
      ? worded(words.excludedOverRun, ...counts, detail)
      : worded(words.excludedBefore, ...counts, at(file, first.entry.tick), detail);
  return line(
    W.narrowing * narrowed(known, file.truth),
    W.narrowing,
    seen?.tick ?? null,
    say`${excluded}${unopenedSaid(file, tellingApart(file, known), tick)}`,
    CITES.narrowing,
  );
}

const sameChange = (one: Step, other: Step): boolean => JSON.stringify(one.any) === JSON.stringify(other.any);

/** The changes that evidence supports: what stops the harm and what lasts, or both at once where one change is all that is recommended. */
function backed(file: CaseFile): ScoreLine[] {
  const { mitigate, fix } = file.variant.recommended;
  const single = mitigate.length === 0 || fix.every((step) => mitigate.some((other) => sameChange(step, other)));
  const firstMax = W.firstBacked + (single ? W.secondBacked : 0);
  const found = file.changes.filter((one) => one.ground === 'backed');
  const first = found[0];
  const second = found.find((one) => one.step !== first!.step);
  const grounds = (one: JudgedChange): Said => worded(words.supported, doneAt(file, one), seenText(file, one.support!));
  const cites = (one: JudgedChange): readonly string[] => [...one.support!.tell.cites.slice(0, 2), ...CITES.backed, ...one.step!.cites];
  const urgent = file.changes.find((one) => one.ground === 'urgent');
  const lines: ScoreLine[] = [];
  if (first !== undefined) lines.push(line(firstMax, firstMax, first.entry.tick, grounds(first), cites(first)));
  else if (urgent !== undefined) {
    const text = worded(words.urgent, doneAt(file, urgent));
    lines.push(line(W.urgent, firstMax, urgent.entry.tick, text, [...urgent.step!.cites, ...CITES.urgent]));
  } else {
    const by = file.trace.resolvedTick ?? file.trace.endTick;
    const missed = unopenedSaid(file, tellsMissed(file, [...mitigate, ...fix], by), by);
    lines.push(line(0, firstMax, null, say`${worded(words.noneSupported)}${missed}`, CITES.backed));
  }
  if (single) return lines;
  if (second !== undefined) lines.push(line(W.secondBacked, W.secondBacked, second.entry.tick, grounds(second), cites(second)));
  else lines.push(line(0, W.secondBacked, null, worded(words.noSecond), CITES.backed));
  return lines;
}

function leftAlone(file: CaseFile, rule: NonNullable<Recommended['leaveAlone']>): ScoreLine[] {
  const max = W.firstBacked + W.secondBacked;
  const { cites } = rule;
  const entry = acceptedOf(file.trace, 'leave-alone').at(-1);
  if (entry === undefined) {
    const by = file.trace.resolvedTick ?? file.trace.endTick;
    const missed = unopenedSaid(file, tellsMissed(file, [rule], by), by);
    return [line(0, max, null, say`${worded(words.neverLeftAlone)}${missed}`, cites)];
  }
  const known = file.known(entry.tick, entry.action.evidence);
  return [
    line(
      max * narrowed(known, file.truth),
      max,
      entry.tick,
      worded(words.leftAlone, at(file, entry.tick), count('causes.excluded', file.truth.variants.length - known.open.size, entry.tick)),
      cites,
    ),
  ];
}

/** Why a change cost: what it stood against, or what was not there to stand on. */
function reason(file: CaseFile, one: JudgedChange): Said {
  const { entry, known, harmful } = one;
  if (one.ground === 'contradicted') {
    const foretold = harmful?.foreseeable ?? [];
    const seen =
      harmful !== null && foretold.length === 0
        ? undefined
        : (known.shown.findLast((one) => foretold.includes(one.tell.id)) ?? known.telling.at(-1) ?? known.calm.at(-1));
    const why = seen === undefined ? worded(words.harmfulAnyway) : worded(words.againstKnown, seenText(file, seen));
    return harmful === null ? why : say`${why} ${quote(harmful.why, `harmful.${harmful.id}.why`)}`;
  }
  const { mitigate, fix } = file.variant.recommended;
  const right = [...mitigate, ...fix].filter((step) => step.any.some((pattern) => matchesChange(pattern, one.change)));
  const none =
    entry.tick >= (file.trace.pageTick ?? 0) ? worded(words.unsupportedThen, afterPage(file, entry.tick)) : worded(words.unsupported);
  const missed = unopenedSaid(file, tellsMissed(file, right, entry.tick), entry.tick);
  return say`${none}${missed}`;
}

function cost(file: CaseFile, one: JudgedChange): ScoreLine | null {
  const base = one.ground === 'contradicted' ? W.contradicted : one.ground === 'unsupported' ? W.unsupported : 0;
  if (base === 0) return null;
  const points = base * (one.undoneTick === null ? 1 : W.undoneShare);
  const undone = one.undoneTick === null ? NOTHING : worded(words.takenOut, at(file, one.undoneTick), bound('undoMinutes'));
  const cites = [...(one.harmful?.cites ?? []), ...CITES.unsupported];
  return line(points, 0, one.entry.tick, say`${worded(words.cost, doneAt(file, one), reason(file, one))}${next(undone)}`, cites);
}

/** Evidence before irreversible change: what was known when the system was touched. */
export function judgeEvidence(file: CaseFile): ScorePart {
  const { leaveAlone } = file.variant.recommended;
  const earned = leaveAlone === null ? backed(file) : leftAlone(file, leaveAlone);
  const costs = file.changes.flatMap((one) => cost(file, one) ?? []);
  return scorePart('evidence', W.max, [narrowing(file), ...earned, ...costs]);
}
