import { afterPage, at, line, seenText, type CaseFile, acceptedOf, doneAt } from './case-file.ts';
import type { JudgedChange } from './changes.ts';
import { narrowed } from './knowledge.ts';
import { scorePart, type ScoreLine, type ScorePart } from './score-card.ts';
import { BOUNDS, CITES, WEIGHTS } from './weights.ts';

const W = WEIGHTS.evidence;

/** Changes that ask for knowledge of the cause. */
const needsCause = (one: JudgedChange): boolean => !['urgent', 'undo', 'withdrawn'].includes(one.ground);

function narrowing(file: CaseFile): ScoreLine {
  const first = file.changes.find(needsCause);
  const tick = first?.entry.tick ?? file.trace.resolvedTick ?? file.trace.endTick;
  const known = file.known(tick);
  const others = file.truth.variants.length - 1;
  const gone = file.truth.variants.length - known.open.size;
  const until = first === undefined ? 'over the run' : `before the first change ${at(file, first.entry.tick)}`;
  const seen = known.telling.at(-1) ?? known.calm.at(-1);
  const detail = seen === undefined ? 'no reading opened told causes apart' : seenText(file, seen);
  return line(
    W.narrowing * narrowed(known, file.truth),
    W.narrowing,
    seen?.tick ?? null,
    `${gone} of ${others} other causes excluded ${until}: ${detail}.`,
    CITES.narrowing,
  );
}

function backed(file: CaseFile): ScoreLine[] {
  const single = file.variant.recommended.fix.length === 0;
  const firstMax = W.firstBacked + (single ? W.secondBacked : 0);
  const found = file.changes.filter((one) => one.ground === 'backed');
  const first = found[0];
  const second = first === undefined ? undefined : found.find((one) => one !== first && one.step !== first.step);
  const say = (one: JudgedChange): string =>
    `${doneAt(file, one)}, supported by what was seen: ${one.support === null ? '' : seenText(file, one.support)}.`;
  const cites = (one: JudgedChange): readonly string[] => [
    ...(one.support?.tell.cites ?? []).slice(0, 2),
    ...CITES.backed,
    ...(one.step?.cites ?? []),
  ];
  const urgent = file.changes.find((one) => one.ground === 'urgent');
  const lines: ScoreLine[] = [];
  if (first !== undefined) lines.push(line(firstMax, firstMax, first.entry.tick, say(first), cites(first)));
  else if (urgent !== undefined) {
    const text = `${doneAt(file, urgent)}: the reversible way out under high impact, before the cause was known.`;
    lines.push(line(W.urgent, firstMax, urgent.entry.tick, text, [...(urgent.step?.cites ?? []), ...CITES.urgent]));
  } else lines.push(line(0, firstMax, null, 'No change was made that evidence seen before it supports.', CITES.backed));
  if (single) return lines;
  if (second !== undefined) lines.push(line(W.secondBacked, W.secondBacked, second.entry.tick, say(second), cites(second)));
  else lines.push(line(0, W.secondBacked, null, 'No second change, for good, was made on evidence.', CITES.backed));
  return lines;
}

function leftAlone(file: CaseFile): ScoreLine[] {
  const max = W.firstBacked + W.secondBacked;
  const cites = file.variant.recommended.leaveAlone?.cites ?? CITES.backed;
  const entry = acceptedOf(file.trace, 'leave-alone').at(-1);
  if (entry === undefined) return [line(0, max, null, 'That the system was right to leave alone was never said.', cites)];
  const known = file.known(entry.tick, entry.action.evidence);
  return [
    line(
      max * narrowed(known, file.truth),
      max,
      entry.tick,
      `Leaving it alone ${at(file, entry.tick)} named evidence that excludes ${file.truth.variants.length - known.open.size} other causes.`,
      cites,
    ),
  ];
}

function cost(file: CaseFile, one: JudgedChange): ScoreLine | null {
  const base = one.ground === 'contradicted' ? W.contradicted : one.ground === 'unsupported' ? W.unsupported : 0;
  if (base === 0) return null;
  const points = base * (one.undoneTick === null ? 1 : W.undoneShare);
  const seen = one.known.telling.at(-1) ?? one.known.calm.at(-1);
  const why =
    one.ground === 'contradicted'
      ? seen === undefined
        ? 'harmful whatever the cause'
        : `against what was known (${seenText(file, seen)})`
      : `nothing that had been opened supports it${one.entry.tick >= (file.trace.pageTick ?? 0) ? `, ${afterPage(file, one.entry.tick)}` : ''}`;
  const harm = one.harmful === null || one.ground !== 'contradicted' ? '' : ` ${one.harmful.why}`;
  const undone =
    one.undoneTick === null ? '' : ` Taken back out ${at(file, one.undoneTick)}, within ${BOUNDS.undoMinutes} minutes: half the cost.`;
  return line(points, 0, one.entry.tick, `${doneAt(file, one)}: ${why}.${harm}${undone}`, [
    ...(one.harmful?.cites ?? []),
    ...CITES.unsupported,
  ]);
}

/** Evidence before irreversible change: what was known when the system was touched. */
export function judgeEvidence(file: CaseFile): ScorePart {
  const earned = file.variant.recommended.leaveAlone === null ? backed(file) : leftAlone(file);
  const costs = file.changes.flatMap((one) => cost(file, one) ?? []);
  return scorePart('evidence', 'Evidence before irreversible change', W.max, [narrowing(file), ...earned, ...costs]);
}
