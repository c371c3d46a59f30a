import type { PartId, ScoreLine } from '../judge/score-card.ts';
import { CITES } from '../judge/weights.ts';
import type { Moment, MomentKind } from './debrief-facts.ts';

/** A line of the score card as far as it says what it speaks of. */
export type SpokenLine = Pick<ScoreLine, 'tick' | 'text' | 'cites'>;

const restsOnlyOn = ({ cites }: SpokenLine, check: readonly string[]): boolean =>
  cites.length === check.length && check.every((id) => cites.includes(id));

const ended: readonly MomentKind[] = ['resolve', 'end'];

/** The kinds of moment that a line may speak of, the likeliest first. */
function kindsOf(part: PartId, line: SpokenLine, namesEvidence: boolean): readonly MomentKind[] {
  switch (part) {
    case 'detect':
      return namesEvidence ? ['look'] : ['acknowledge'];
    case 'evidence':
      return namesEvidence ? ['look', 'leave-alone', 'change'] : ['leave-alone', 'change'];
    case 'cause':
      return restsOnlyOn(line, CITES.rivals) ? ['belief', 'claim'] : ['claim', 'belief'];
    case 'mitigation':
      return restsOnlyOn(line, CITES.verified) ? ['verify', 'not-recovered', 'change'] : ['change', 'leave-alone', 'verify'];
    case 'fix':
      return restsOnlyOn(line, CITES.closed) ? ended : ['change', ...ended];
    case 'prevention':
      return ended;
    case 'communication':
      return restsOnlyOn(line, CITES.trust) || restsOnlyOn(line, CITES.review) ? ended : ['message', ...ended];
  }
}

/** Whether a line names a moment: a change by what was done, a belief or a claim by the words that it quotes. */
function names({ text }: SpokenLine, { kind, title, detail }: Moment): boolean {
  if (kind === 'change') return text.includes(title);
  if (kind !== 'belief' && kind !== 'claim') return false;
  return [...text.matchAll(/“([^”]+)”/g)].some(([, quoted]) => `${title} ${detail}`.includes(quoted!));
}

/**
 * Which moment each line of a part speaks of: the one that it names, or a look by the evidence named, others by their kind, of changes
 * rather the one that the part spoke of last; where no moment of its tick is of such a kind, the first of that tick. A moment is at
 * hand when it was begun and when it showed or returned.
 * @returns ids of moments, one a line; null where nothing was done at its tick
 */
export function momentsSpokenOf(part: PartId, lines: readonly SpokenLine[], moments: readonly Moment[]): readonly (string | null)[] {
  let last: Moment | undefined;
  return lines.map((line) => {
    if (line.tick === null) return null;
    const begun = moments.filter(({ refused, tick }) => refused === null && tick === line.tick);
    const shown = moments.filter(({ refused, tick, effectTick }) => refused === null && tick !== line.tick && effectTick === line.tick);
    const atHand = [...begun, ...shown];
    const evidence = new Set(line.text.match(/\bE\d{1,3}\b/g));
    const fits = (moment: Moment): boolean => moment.kind !== 'look' || (moment.evidence !== null && evidence.has(moment.evidence));
    const ofKind = kindsOf(part, line, evidence.size > 0).flatMap((kind) => {
      const some = atHand.filter((moment) => moment.kind === kind && fits(moment));
      return kind === 'belief' ? some.toReversed() : some; // the last word on a cause counts
    });
    const same = ofKind[0]?.kind === 'change' ? ofKind.find((moment) => moment === last) : undefined;
    const found = atHand.findLast((moment) => names(line, moment)) ?? same ?? ofKind[0] ?? begun[0];
    if (found?.kind === 'change') last = found;
    return found?.id ?? null;
  });
}
