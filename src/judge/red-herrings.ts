import type { Evidence } from '../domain/evidence.ts';
import { judgeCauseWords as words } from '../domain/words/judge-cause.ts';
import type { RedHerring, Variant } from '../scenario/truth.ts';
import type { RedHerringKind } from '../scenario/words.ts';
import { acceptedOf, type CaseFile } from './case-file.ts';
import { quote, worded, type Said } from './said.ts';
import { line, type ScoreLine } from './score-card.ts';
import { CITES } from './weights.ts';
import { at, idOf } from './wording.ts';

const counts = (evidence: Evidence, key: string): boolean => evidence.readings.some((one) => one.key === key && one.value > 0);
const isDashboard = ({ look }: Evidence, ...ids: readonly string[]): boolean =>
  look.type === 'look-dashboard' && ids.includes(look.dashboard);

/** Whether a piece of evidence shows a red herring of a kind, where there is one: what the world does for each, see sim/setup.ts. */
const SHOWN: Readonly<Record<RedHerringKind, (evidence: Evidence, herring: RedHerring) => boolean>> = {
  'gc-warnings': (evidence) => counts(evidence, 'logs.gc-pause.count'),
  'replica-restart': (evidence) => counts(evidence, 'logs.replica-restart.count') || isDashboard(evidence, 'saturation', 'versions'), // their curves of ready pods reach back to it
  'drift-amber': (evidence) => isDashboard(evidence, 'drift'),
  note: ({ body }, { shows }) => 'entries' in body && body.entries.some(({ kind, text }) => kind === shows!.kind && text === shows!.text), // a note always shows an entry
};

/** Something held for true that is the cause in no variant: it was there to be believed. */
interface Belief {
  readonly tick: number;
  readonly said: Said;
  readonly evidence: readonly string[]; // ids that were named for it
}

/** Explanations that are still on the board as supported, and the last claim, where they name what is never the cause. */
function mistaken(file: CaseFile): readonly Belief[] {
  const { brief, trace, truth } = file;
  const isCause = (key: keyof Variant['cause'], id: string): boolean => truth.variants.some((one) => one.cause[key] === id);
  const board = new Map(acceptedOf(trace, 'hypothesis').map((entry) => [entry.action.cause, entry])); // the last word on each counts
  const supported = [...board.values()].filter(({ action }) => action.status === 'supported' && !isCause('hypothesis', action.cause));
  const claim = acceptedOf(trace, 'claim-cause').at(-1);
  const wrong = claim === undefined ? [] : (['changed', 'enters', 'missed'] as const).filter((key) => !isCause(key, claim.action[key]));
  return [
    ...supported.map(({ tick, action }): Belief => {
      const text = quote(brief.causes.find((one) => one.id === action.cause)?.text ?? action.cause, `causes.${action.cause}`);
      return { tick, evidence: action.evidence, said: worded(words.heldSupported, text, at(file, tick)) };
    }),
    ...wrong.map((key): Belief => {
      const id = claim!.action[key];
      const text = quote(brief.board[key].find((one) => one.id === id)?.text ?? id, `board.${key}.${id}`);
      return { tick: claim!.tick, evidence: claim!.action.evidence, said: worded(words.claimed, text, at(file, claim!.tick)) };
    }),
  ];
}

/** The first piece of evidence, of those named for a belief or else of all opened by then, that shows a red herring of this seed. */
function misleading(file: CaseFile, belief: Belief, herring: RedHerring): Evidence | undefined {
  if (!file.trace.redHerrings.includes(herring.id)) return undefined;
  const named = (evidence: Evidence): boolean => belief.evidence.length === 0 || belief.evidence.includes(evidence.id);
  return file.trace.evidence.find((one) => one.tick <= belief.tick && named(one) && SHOWN[herring.kind](one, herring));
}

/** What pointed to something that was never the cause, said once for each red herring that this seed has and the player believed. */
export function misledLines(file: CaseFile): readonly ScoreLine[] {
  const beliefs = mistaken(file);
  return file.truth.redHerrings.flatMap((herring) => {
    for (const belief of beliefs) {
      const evidence = misleading(file, belief, herring);
      if (evidence === undefined) continue;
      const says = quote(herring.says, `redHerrings.${herring.id}.says`);
      const ended = /[.!?]$/.test(herring.says);
      const text = worded((said, id, why) => words.redHerring(said, id, why, ended), belief.said, idOf(evidence), says);
      return [line(0, 0, belief.tick, text, CITES.rivals)];
    }
    return [];
  });
}
