import { sameLook } from '../domain/same-look.ts';
import type { Tick } from '../domain/time.ts';
import { judgeLookWords as words } from '../domain/words/judge-looks.ts';
import { matchesLook, type LookPattern } from '../scenario/patterns.ts';
import type { Step, Tell } from '../scenario/truth.ts';
import type { CaseFile } from './case-file.ts';
import type { Knowledge } from './knowledge.ts';
import { lookSaid } from './look-words.ts';
import { capitalised, listed, next, NOTHING, say, worded, type Said } from './said.ts';

/** The tells that hold for this cause and would have excluded another that was still open. */
export const tellingApart = ({ variant }: CaseFile, { open }: Knowledge): readonly Tell[] =>
  variant.tells.filter((tell) => [...open].some((id) => !tell.holds.includes(id)));

/** The tells that some steps ask for, of which one is enough; none where one had been seen by a tick. */
export function tellsMissed(file: CaseFile, steps: readonly Pick<Step, 'needs'>[], by: Tick): readonly Tell[] {
  const { shown } = file.known(by);
  const needs = new Set(steps.flatMap((step) => step.needs));
  const wanted = file.truth.tells.filter((tell) => needs.has(tell.id));
  return wanted.some((tell) => shown.some((seen) => seen.tell.id === tell.id)) ? [] : wanted;
}

/**
 * Which of the looks that show some tells had not been opened by a tick, as sentences that follow others:
 * " The feature-store dashboard and a slow trace were never opened." Nothing where all had been.
 */
export function unopenedSaid({ brief, trace }: CaseFile, tells: readonly Tell[], by: Tick): Said {
  const looks = tells.map((tell) => tell.look).filter((look, i, all) => all.findIndex((other) => sameLook(look, other)) === i);
  const since = (look: LookPattern): Tick => trace.evidence.find((one) => matchesLook(look, one.look))?.tick ?? Infinity;
  const sentence = (of: readonly LookPattern[], says: typeof words.neverOpened): Said => {
    if (of.length === 0) return NOTHING;
    const types = of.map(({ type }) => type);
    return next(capitalised(worded((which) => says(which, types), listed(of.map((look) => lookSaid(look, brief))))));
  };
  const never = looks.filter((look) => since(look) === Infinity);
  const late = looks.filter((look) => since(look) > by && since(look) !== Infinity);
  return say`${sentence(never, words.neverOpened)}${sentence(late, words.openedAfterwards)}`;
}
