import type { Option } from '../scenario/brief.ts';
import { acceptedOf, at, line, seenText, type CaseFile } from './case-file.ts';
import { narrowed } from './knowledge.ts';
import { scorePart, type ScoreLine, type ScorePart } from './score-card.ts';
import { CITES, WEIGHTS } from './weights.ts';

const W = WEIGHTS.cause;
const FIELDS = [
  { key: 'changed', says: 'What changed' },
  { key: 'enters', says: 'Where it enters' },
  { key: 'missed', says: 'Why it was missed' },
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
  const points = Math.min(W.rivals, ticks.length * W.rival);
  const text =
    ticks.length === 0
      ? 'No other explanation was put on the board and excluded by evidence.'
      : `${ticks.length} other ${ticks.length === 1 ? 'explanation' : 'explanations'} excluded on the board, each with evidence that excludes it.`;
  return line(points, W.rivals, ticks.at(-1) ?? null, text, CITES.rivals);
}

/** Cause named, with its discriminating evidence. The last claim counts; every further one costs. */
export function judgeCause(file: CaseFile): ScorePart {
  const claims = acceptedOf(file.trace, 'claim-cause');
  const claim = claims.at(-1);
  const title = 'Cause named, with its discriminating evidence';
  if (claim === undefined) {
    const unsaid = [
      line(0, W.item * FIELDS.length, null, 'No cause was claimed on the board.', CITES.named),
      line(0, W.discriminating, null, 'No evidence was named for a cause.', CITES.discriminating),
    ];
    return scorePart('cause', title, W.max, [...unsaid, rivals(file)]);
  }
  const known = file.known(claim.tick, claim.action.evidence);
  const showing = known.telling.filter((seen) => seen.tell.holds.includes(file.variant.id));
  const grounded = showing.length > 0;
  const share = grounded ? 1 : W.ungroundedShare;
  const right = FIELDS.filter(({ key }) => claim.action[key] === file.variant.cause[key]);
  const named = FIELDS.map(({ key, says }) => {
    const said = textOf(file.brief.board[key], claim.action[key]);
    const is = claim.action[key] === file.variant.cause[key];
    const text = is
      ? `${says}: “${said}”, claimed ${at(file, claim.tick)}. So it was${grounded ? '' : ', but no evidence named shows it'}.`
      : `${says}: “${said}”, claimed ${at(file, claim.tick)}. It was not so.`;
    return line(is ? W.item * share : 0, W.item, claim.tick, text, CITES.named);
  });
  const telling = right.length >= 2 ? narrowed(known, file.truth) * (grounded ? 1 : 0) : 0;
  const best = showing[0];
  const gone = file.truth.variants.length - known.open.size;
  const evidence =
    claim.action.evidence.length === 0
      ? 'The claim named no evidence.'
      : `The evidence named excludes ${gone} of ${file.truth.variants.length - 1} other causes${best === undefined ? '' : `: ${seenText(file, best)}`}.`;
  const cites = [...(best?.tell.cites ?? []), ...CITES.discriminating];
  const further = claims
    .slice(1)
    .map((entry) =>
      line(W.furtherClaim, 0, entry.tick, `A further cause claim ${at(file, entry.tick)}: the board is not to be guessed.`, CITES.named),
    );
  return scorePart('cause', title, W.max, [
    ...named,
    line(W.discriminating * telling, W.discriminating, claim.tick, evidence, cites),
    rivals(file),
    ...further,
  ]);
}
