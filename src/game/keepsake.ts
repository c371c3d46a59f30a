import type { AfterAnswer, AfterAsk, AfterInput, AfterKind, AfterAsks } from './debrief-asks.ts';
import type { Analyst } from './ports.ts';
import type { Saves } from './saves.ts';

/**
 * An analyst that notes, for this browser's own runs only, the best score of a drill and the latest link of a run (prevention
 * picks and the review make a new one). What it answers is unchanged.
 */
export function keepingAnalyst(analyst: Analyst, saves: Saves): Analyst {
  const runOf = new Map<string, { readonly scenario: string; readonly seed: string }>(); // by payload

  const mine = async (payload: string) => {
    const run = runOf.get(payload);
    return run === undefined ? undefined : (await saves.runs()).find((kept) => kept.scenario === run.scenario && kept.seed === run.seed);
  };
  const note = async <K extends AfterKind>(kind: K, payload: string, answer: AfterAnswer<K>): Promise<void> => {
    if (kind === 'open') {
      const opened = answer as AfterAsks['open']['answer'];
      if (opened.ok) runOf.set(payload, opened.run);
    } else if (kind === 'verdict') {
      const kept = await mine(payload);
      if (kept === undefined) return;
      const { total } = answer as AfterAsks['verdict']['answer'];
      await saves.keepBest(kept.scenario, total);
      await saves.keepScore(kept.scenario, kept.seed, total);
    } else if (kind === 'add') {
      const added = answer as AfterAsks['add']['answer'];
      const run = runOf.get(payload);
      const kept = await mine(payload);
      if (!added.ok || run === undefined) return;
      runOf.set(added.payload, run);
      if (kept !== undefined) await saves.keepRun({ ...kept, payload: added.payload });
    }
  };
  const ask: AfterAsk = async <K extends AfterKind>(kind: K, input: AfterInput<K>) => {
    const answer = await analyst.ask(kind, input);
    void note(kind, input.payload, answer).catch(() => undefined); // a note that fails loses nothing
    return answer;
  };
  return { warmUp: (scenario) => analyst.warmUp(scenario), ask };
}
