import type { Tick } from '../domain/time.ts';
import { judgeCauseWords as words } from '../domain/words/judge-cause.ts';
import type { Option } from '../scenario/brief.ts';
import { acceptedOf, type CaseFile } from './case-file.ts';
import type { Figure } from './figure.ts';
import { narrowed } from './knowledge.ts';
import { misledLines } from './red-herrings.ts';
import { quote, say, worded, type Said } from './said.ts';
import { line, scorePart, tenths, type ScoreLine, type ScorePart } from './score-card.ts';
import { tellingApart, unopenedSaid } from './unopened.ts';
import { CITES, WEIGHTS } from './weights.ts';
import { at, count, seenText } from './wording.ts';

const W = WEIGHTS.cause;
const FIELDS = ['changed', 'enters', 'missed'] as const;

const textOf = (options: readonly Option[], id: string): string => options.find((option) => option.id === id)?.text ?? id;

/** Rivals that the player excluded or weakened, with evidence that excludes them. */
function rivals(file: CaseFile): ScoreLine {
  const { trace, truth, variant } = file;
  const excluded = new Map<string, number>();
  for (const entry of acceptedOf(trace, 'hypothesis')) {
    const other = truth.variants.find((one) => one.cause.hypothesis === entry.action.cause);
    if (other === undefined || other.id === variant.id) continue;
    const said = entry.action.status === 'excluded' || entry.action.status === 'weakened';
    if (said && !file.known(entry.tick, entry.action.evidence).open.has(other.id)) excluded.set(other.id, entry.tick);
    if (!said) excluded.delete(other.id);
  }
  const ticks = [...excluded.values()];
  const last = ticks.at(-1);
  const points = Math.min(W.rivals, ticks.length * W.rival);
  const text =
    last === undefined
      ? worded(words.noRivals)
      : worded((many) => words.rivals(many, ticks.length), count('causes.excluded on the board', ticks.length, last));
  return line(points, W.rivals, last ?? null, text, CITES.rivals);
}

/** What a claim costs whose confidence was not borne out, where the reading asks for that. */
function calibration(file: CaseFile, claim: Claim, right: boolean): ScoreLine[] {
  const { confidence } = claim.action;
  const off = (confidence - (right ? 100 : 0)) / 100;
  const points = -file.reads.confidence * off * off;
  if (tenths(points) === 0) return [];
  const sure: Figure = { metric: 'claim-cause.confidence', tick: claim.tick, value: confidence, text: `${confidence} %`, source: 'act' };
  const text = worded(right ? words.tooUnsure : words.tooSure, sure);
  return [line(points, 0, claim.tick, text, CITES.named)];
}

type Claim = ReturnType<typeof acceptedOf<'claim-cause'>>[number];

/** The looks not opened by a tick that would have told this cause from one still open then. */
const missedBy = (file: CaseFile, tick: Tick): Said => unopenedSaid(file, tellingApart(file, file.known(tick)), tick);

/** Cause named, with its discriminating evidence. The last claim counts; every further one costs. */
export function judgeCause(file: CaseFile): ScorePart {
  const claims = acceptedOf(file.trace, 'claim-cause');
  const claim = claims.at(-1);
  if (claim === undefined) {
    const missed = missedBy(file, file.trace.resolvedTick ?? file.trace.endTick);
    const unsaid = [
      line(0, W.item * FIELDS.length, null, worded(words.noneClaimed), CITES.named),
      line(0, W.discriminating, null, say`${worded(words.noEvidenceNamed)}${missed}`, CITES.discriminating),
    ];
    return scorePart('cause', W.max, [...unsaid, rivals(file), ...misledLines(file)]);
  }
  const known = file.known(claim.tick, claim.action.evidence);
  const showing = known.telling.filter((seen) => seen.tell.holds.includes(file.variant.id));
  const grounded = showing.length > 0;
  const share = grounded ? 1 : file.reads.ungrounded;
  const right = FIELDS.filter((key) => claim.action[key] === file.variant.cause[key]);
  const named = FIELDS.map((key) => {
    const said = quote(textOf(file.brief.board[key], claim.action[key]), `board.${key}.${claim.action[key]}`);
    const is = claim.action[key] === file.variant.cause[key];
    const says = is ? (grounded ? words.right : words.rightUnshown) : words.wrong;
    const text = worded(says, worded(words.slots[key]), said, at(file, claim.tick));
    return line(is ? W.item * share : 0, W.item, claim.tick, text, CITES.named);
  });
  const telling = right.length >= 2 ? narrowed(known, file.truth) * (grounded ? 1 : 0) : 0;
  const best = showing[0];
  const others = file.truth.variants.length - 1;
  const gone = file.truth.variants.length - known.open.size;
  const counts = [count('causes.excluded', gone, claim.tick), count('causes.other', others, claim.tick)] as const;
  const evidence =
    claim.action.evidence.length === 0
      ? worded(words.claimNamedNone)
      : best === undefined
        ? worded(words.claimExcludes, ...counts)
        : worded(words.claimExcludesBy, ...counts, seenText(file, best));
  const missed = missedBy(file, claim.tick); // nothing where all others are excluded
  const cites = [...(best?.tell.cites ?? []), ...CITES.discriminating];
  const further = claims
    .slice(1)
    .map((entry) =>
      line(W.furtherClaim * file.reads.furtherClaim, 0, entry.tick, worded(words.furtherClaim, at(file, entry.tick)), CITES.named),
    );
  return scorePart('cause', W.max, [
    ...named,
    line(W.discriminating * telling, W.discriminating, claim.tick, say`${evidence}${missed}`, cites),
    rivals(file),
    ...further,
    ...calibration(file, claim, right.length === FIELDS.length),
    ...misledLines(file),
  ]);
}
