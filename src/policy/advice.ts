import { isChange, type Action, type LogEntry } from '../domain/action.ts';
import type { Reading } from '../domain/evidence.ts';
import type { Tick } from '../domain/time.ts';
import { isBack, unanswered } from './habits.ts';
import { investigate, likeliest, suspectsOf } from './investigator.ts';
import type { Decision, PolicyView } from './policy.ts';
import { MARKS, markShownBy } from './signatures/marks.ts';
import { marksIn, partsOf, standingOf, type Standing } from './signatures/standing.ts';
import type { SignatureId } from './signatures/table.ts';
import { changesMade, standsOf } from './stands.ts';

/** A reading that speaks for the cause which is left. */
export interface Shown {
  readonly evidence: string; // "E3"
  readonly title: string;
  readonly reading: Reading;
}

/** What an investigator would do now, and what of the evidence it rests on. Nothing in it comes from anywhere else than the view. */
export interface Advice {
  readonly decision: Decision;
  readonly open: readonly string[]; // texts of the causes that nothing seen speaks against
  readonly against: ReadonlyMap<string, readonly string[]>; // texts of the others, each with the ids of the evidence that speaks against it
  readonly leading: string | null; // of these the one that most of what was seen speaks for
  readonly shown: readonly Shown[]; // what speaks for it
  readonly awaits: string | null; // a question of somebody that is not answered
  readonly back: boolean; // what shows recovery is back
  readonly effectTick: Tick | null; // when the next change under way begins to show
}

const MOST_STEPS = 80; // far above what one moment can ask for

const sameBut = (one: Action, other: Action): boolean => {
  const plain = (action: Action): string => JSON.stringify({ ...action, expect: undefined, evidence: undefined, confidence: undefined });
  return plain(one) === plain(other);
};

/** Whether the player has done it: what comes once is not asked for again. */
function isDone(act: Action, { observation }: PolicyView, log: readonly LogEntry[]): boolean {
  switch (act.type) {
    case 'acknowledge':
      return observation.acknowledgedTick !== null;
    case 'claim-cause':
      return observation.causeClaims > 0;
    case 'leave-alone':
      return log.some(({ action }) => action.type === 'leave-alone');
    case 'hypothesis':
      return log.some(({ action }) => sameBut(action, act));
    case 'verify':
      return false;
    default:
      return isChange(act) && isLastOfItsKind(act, log);
  }
}

function isLastOfItsKind(act: Action, log: readonly LogEntry[]): boolean {
  const last = log.findLast(({ action }) => action.type === act.type);
  return last !== undefined && sameBut(last.action, act);
}

function decisionNow(view: PolicyView, log: readonly LogEntry[]): Decision {
  const decide = investigate(view.brief, standsOf(view, log));
  for (let i = 0; i < MOST_STEPS; i += 1) {
    const decision = decide(view);
    if ('wait' in decision || !isDone(decision.act, view, log)) return decision;
  }
  return { wait: 1 };
}

interface StandingNow {
  readonly ids: readonly SignatureId[]; // of all that come into question
  readonly standing: Standing;
  readonly textOf: (id: SignatureId) => string; // of the cause that claiming it names
}

function standingNow(view: PolicyView, log: readonly LogEntry[]): StandingNow {
  const { observation, brief } = view;
  const parts = partsOf(brief);
  const suspects = suspectsOf(view, parts);
  const firstEffect = changesMade(view, log).reduce((first, one) => Math.min(first, one.effectTick), Infinity);
  const ids = suspects.map(({ id }) => id);
  const seen = observation.evidence.flatMap((one) => marksIn(one, parts));
  const textOf = (id: SignatureId): string => {
    const hypothesis = suspects.find((one) => one.id === id)?.answer.hypothesis;
    return brief.causes.find((cause) => cause.id === hypothesis)?.text ?? id;
  };
  return { ids, standing: standingOf(ids, seen, { from: observation.pageTick, to: firstEffect }), textOf };
}

function againstOf({ open, against }: Standing, textOf: StandingNow['textOf']): ReadonlyMap<string, readonly string[]> {
  const fits = new Set(open.map(textOf));
  const out = new Map<string, readonly string[]>();
  for (const [id, marks] of against) {
    const text = textOf(id);
    if (!fits.has(text)) out.set(text, [...new Set([...(out.get(text) ?? []), ...marks.map(({ evidence }) => evidence)])]);
  }
  return out;
}

/** The texts of the causes that the evidence read so far speaks against, each with the ids of that evidence. @param log accepted entries only */
export function weighedAgainst(view: PolicyView, log: readonly LogEntry[]): ReadonlyMap<string, readonly string[]> {
  const { standing, textOf } = standingNow(view, log);
  return againstOf(standing, textOf);
}

/**
 * The next step on the night as it stands, whoever played it so far: a function of what can be seen and of what was done, so that a
 * replay gives the same advice.
 * @param log accepted entries only
 */
export function adviceOn(view: PolicyView, log: readonly LogEntry[]): Advice {
  const { observation } = view;
  const { ids, standing, textOf } = standingNow(view, log);
  const culprit = likeliest(standing.open.length > 0 ? standing.open : ids, standing);
  const shown = (culprit === undefined ? [] : (standing.shown.get(culprit) ?? [])).flatMap(({ mark, evidence }): Shown[] => {
    const piece = observation.evidence.find((one) => one.id === evidence);
    const reading = piece?.readings.find((one) => markShownBy(MARKS[mark], piece, one));
    return piece === undefined || reading === undefined ? [] : [{ evidence, title: piece.title, reading }];
  });
  const due = observation.pending.map(({ effectTick }) => effectTick).filter((tick) => tick > observation.tick);
  const asked = unanswered(observation);
  return {
    decision: decisionNow(view, log),
    open: [...new Set(standing.open.map(textOf))],
    against: againstOf(standing, textOf),
    leading: culprit === undefined || shown.length === 0 ? null : textOf(culprit),
    shown,
    awaits: asked === null ? null : asked.from,
    back: isBack(view),
    effectTick: due.length === 0 ? null : Math.min(...due),
  };
}
