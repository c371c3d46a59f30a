import { judgeFixWords as words } from '../domain/words/judge-fix.ts';
import { judgeLineWords } from '../domain/words/judge-lines.ts';
import { matchesChange } from '../scenario/patterns.ts';
import { scatterLine } from './aim.ts';
import { acceptedOf, type CaseFile } from './case-file.ts';
import { aptMitigations, verification } from './mitigation.ts';
import type { ProvenPreventions } from './prevention.ts';
import { backAtEnd, minutes } from './recovery.ts';
import { joined, quote, say, worded } from './said.ts';
import { line, scorePart, type ScoreLine, type ScorePart } from './score-card.ts';
import { READINGS, type Reading } from './strictness.ts';
import { tellsMissed, unopenedSaid } from './unopened.ts';
import { BOUNDS, CITES, WEIGHTS } from './weights.ts';
import { at, doneAt, metricAt, seenText } from './wording.ts';

const W = WEIGHTS.fix;

/** Where leaving it alone is right, what keeps the false alarm from coming back is the fix. */
function instead(file: CaseFile, proven: ProvenPreventions | null): ScorePart {
  const helping = proven?.items.filter((item) => item.helps) ?? [];
  const cites = file.variant.recommended.leaveAlone?.cites ?? CITES.fix;
  const text =
    helping.length === 0
      ? worded(words.nonePicked)
      : worded(
          words.picked,
          joined(
            helping.map((item) => quote(item.title, `preventions.${item.id}.title`)),
            worded(judgeLineWords.betweenTitles),
          ),
        );
  return scorePart('fix', W.max, [
    line(helping.length === 0 ? 0 : W.max, W.max, acceptedOf(file.trace, 'pick-preventions')[0]?.tick ?? null, text, cites),
  ]);
}

function closing(file: CaseFile, fixedFrom: number): ScoreLine {
  const { resolvedTick } = file.trace;
  const mitigated = aptMitigations(file)[0]?.change.entry.effectTick ?? fixedFrom;
  const seen = verification(file, mitigated);
  if (resolvedTick === null) return line(0, W.closed, null, worded(words.neverResolved), CITES.closed);
  if (seen === null) return line(0, W.closed, resolvedTick, worded(words.resolvedUnverified, at(file, resolvedTick)), CITES.closed);
  if (fixedFrom > resolvedTick)
    return line(
      W.closed / 2,
      W.closed,
      resolvedTick,
      worded(words.resolvedBefore, at(file, resolvedTick), at(file, fixedFrom)),
      CITES.closed,
    );
  return line(W.closed, W.closed, resolvedTick, worded(words.resolvedAfter, at(file, resolvedTick), at(file, seen.tick)), CITES.closed);
}

/** The fix: the cause itself removed, and seen to stay away to the end of the episode. */
export function judgeFix(file: CaseFile, proven: ProvenPreventions | null): ScorePart {
  const steps = file.variant.recommended.fix;
  if (file.variant.recommended.leaveAlone !== null && steps.length === 0) return instead(file, proven);
  const found = file.changes.find(
    (one) => one.ground === 'backed' && steps.some((step) => step.any.some((pattern) => matchesChange(pattern, one.change))),
  );
  const cites = steps[0]?.cites ?? CITES.fix;
  if (found === undefined) {
    const by = file.trace.resolvedTick ?? file.trace.endTick;
    const missed = unopenedSaid(file, tellsMissed(file, steps, by), by);
    const none = [
      line(0, W.apt, null, say`${worded(words.notRemoved)}${missed}`, cites),
      line(0, W.holds, null, worded(words.holdsByLuck), CITES.fix),
      line(0, W.closed, file.trace.resolvedTick, worded(words.closingCounts), CITES.closed),
    ];
    return scorePart('fix', W.max, none);
  }
  const rank = steps.findIndex((step) => step.any.some((pattern) => matchesChange(pattern, found.change)));
  const { entry } = found;
  const points = ({ alternative }: Reading): number => W.apt * (rank === 0 ? 1 : alternative);
  const first = line(
    points(file.reads),
    W.apt,
    entry.tick,
    found.support === null
      ? worded(words.removes, doneAt(file, found))
      : worded(words.removesBy, doneAt(file, found), seenText(file, found.support)),
    [...steps[rank]!.cites, ...CITES.fix],
  );
  const holds = backAtEnd(file.trace, file.brief, entry.effectTick);
  const end = metricAt(file, file.brief.recovery.metric, file.trace.endTick);
  const second = line(holds ? W.holds : 0, W.holds, entry.effectTick, worded(holds ? words.held : words.didNotHold, end), CITES.fix);
  return scorePart('fix', W.max, [
    first,
    second,
    ...scatterLine(file, points(READINGS.standard) + second.points, entry.effectTick + minutes(file.brief, BOUNDS.scatterMinutes)),
    closing(file, entry.effectTick),
  ]);
}
