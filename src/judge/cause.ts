import type { Tick } from '../domain/time.ts';
import type { Option } from '../scenario/brief.ts';
import { acceptedOf, type CaseFile } from './case-file.ts';
import type { Figure } from './figure.ts';
import { narrowed } from './knowledge.ts';
import { misledLines } from './red-herrings.ts';
import { NOTHING, quote, say, type Said } from './said.ts';
import { line, scorePart, type ScoreLine, type ScorePart } from './score-card.ts';
import { tellingApart, unopenedSaid } from './unopened.ts';
import { CITES, WEIGHTS } from './weights.ts';
import { at, count, seenText } from './wording.ts';

const W = WEIGHTS.cause;
const FIELDS = [
  { key: 'changed', says: say`What changed` },
  { key: 'enters', says: say`Where it enters` },
  { key: 'missed', says: say`Why it was missed` },
] as const;

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
      ? say`No other explanation was put on the board and excluded by evidence.`
      : say`${count('causes.excluded on the board', ticks.length, last)} other ${ticks.length === 1 ? say`explanation` : say`explanations`} excluded on the board, each with evidence that excludes it.`;
  return line(points, W.rivals, last ?? null, text, CITES.rivals);
}

/** What a claim costs whose confidence was not borne out, where the reading asks for that. */
function calibration(file: CaseFile, claim: Claim, right: boolean): ScoreLine[] {
  const { confidence } = claim.action;
  const off = (confidence - (right ? 100 : 0)) / 100;
  const points = -file.reads.confidence * off * off;
  if (points > -0.05) return []; // rounds to nothing
  const sure: Figure = { metric: 'claim-cause.confidence', tick: claim.tick, value: confidence, text: `${confidence} %`, source: 'act' };
  const text = right
    ? say`The claim was right, with a confidence of only ${sure}.`
    : say`The claim was wrong, with a confidence of ${sure}.`;
  return [line(points, 0, claim.tick, text, CITES.named)];
}

type Claim = ReturnType<typeof acceptedOf<'claim-cause'>>[number];

/** The looks not opened by a tick that would have told this cause from one still open then. */
const missedBy = (file: CaseFile, tick: Tick): Said => unopenedSaid(file, tellingApart(file, file.known(tick)), tick);

/** Cause named, with its discriminating evidence. The last claim counts; every further one costs. */
export function judgeCause(file: CaseFile): ScorePart {
  const claims = acceptedOf(file.trace, 'claim-cause');
  const claim = claims.at(-1);
  const title = 'Cause named, with its discriminating evidence';
  if (claim === undefined) {
    const missed = missedBy(file, file.trace.resolvedTick ?? file.trace.endTick);
    const unsaid = [
      line(0, W.item * FIELDS.length, null, say`No cause was claimed on the board.`, CITES.named),
      line(0, W.discriminating, null, say`No evidence was named for a cause.${missed}`, CITES.discriminating),
    ];
    return scorePart('cause', title, W.max, [...unsaid, rivals(file), ...misledLines(file)]);
  }
  const known = file.known(claim.tick, claim.action.evidence);
  const showing = known.telling.filter((seen) => seen.tell.holds.includes(file.variant.id));
  const grounded = showing.length > 0;
  const share = grounded ? 1 : file.reads.ungrounded;
  const right = FIELDS.filter(({ key }) => claim.action[key] === file.variant.cause[key]);
  const named = FIELDS.map(({ key, says }) => {
    const said = quote(textOf(file.brief.board[key], claim.action[key]), `board.${key}.${claim.action[key]}`);
    const is = claim.action[key] === file.variant.cause[key];
    const text = is
      ? say`${says}: “${said}”, claimed ${at(file, claim.tick)}. So it was${grounded ? NOTHING : say`, but no evidence named shows it`}.`
      : say`${says}: “${said}”, claimed ${at(file, claim.tick)}. It was not so.`;
    return line(is ? W.item * share : 0, W.item, claim.tick, text, CITES.named);
  });
  const telling = right.length >= 2 ? narrowed(known, file.truth) * (grounded ? 1 : 0) : 0;
  const best = showing[0];
  const others = file.truth.variants.length - 1;
  const gone = file.truth.variants.length - known.open.size;
  const evidence =
    claim.action.evidence.length === 0
      ? say`The claim named no evidence.`
      : say`The evidence named excludes ${count('causes.excluded', gone, claim.tick)} of ${count('causes.other', others, claim.tick)} other causes${best === undefined ? NOTHING : say`: ${seenText(file, best)}`}.`;
  const missed = missedBy(file, claim.tick); // nothing where all others are excluded
  const cites = [...(best?.tell.cites ?? []), ...CITES.discriminating];
  const further = claims
    .slice(1)
    .map((entry) =>
      line(
        W.furtherClaim * file.reads.furtherClaim,
        0,
        entry.tick,
        say`A further cause claim ${at(file, entry.tick)}: the board is not to be guessed.`,
        CITES.named,
      ),
    );
  return scorePart('cause', title, W.max, [
    ...named,
    line(W.discriminating * telling, W.discriminating, claim.tick, say`${evidence}${missed}`, cites),
    rivals(file),
    ...further,
    ...calibration(file, claim, right.length === FIELDS.length),
    ...misledLines(file),
  ]);
}
