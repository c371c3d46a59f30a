import type { Tick } from '../domain/time.ts';
import { judgeLineWords as words } from '../domain/words/judge-lines.ts';
import type { CaseFile } from './case-file.ts';
import { changeSaid } from './change-words.ts';
import { joined, worded } from './said.ts';
import { line, type ScoreLine } from './score-card.ts';
import { BOUNDS, CITES } from './weights.ts';
import { count } from './wording.ts';

const NAMED = 3; // of the wrong changes, in the text

/**
 * What wrong changes take from points that the right one earned: made until it had worked, they show that it was not singled out.
 * @param until when it had worked
 */
export function scatterLine(file: CaseFile, earned: number, until: Tick): readonly ScoreLine[] {
  const wrong = file.changes.filter((one) => (one.ground === 'unsupported' || one.ground === 'contradicted') && one.entry.tick <= until);
  const first = wrong[0];
  if (first === undefined || earned === 0) return [];
  const weight = wrong.reduce((sum, one) => sum + (one.undoneTick === null ? 1 : BOUNDS.undoneScatter), 0);
  const names = wrong.slice(0, NAMED).map((one) => changeSaid(one.change, file.brief, one.entry.tick).done);
  const text = worded(
    (many, which) => words.scatter(many, which, wrong.length, wrong.length > NAMED),
    count('changes.unsupported', wrong.length, until),
    joined(names, worded(words.betweenClauses)),
  );
  return [line(-earned * (1 - 1 / (1 + BOUNDS.scatter * weight)), 0, first.entry.tick, text, CITES.unsupported)];
}
