import { USUAL_TERMS, type Terms } from '../domain/difficulty.ts';
import { encodeLink } from '../run/link.ts';
import { recordSchema, termsAtStart } from '../run/record.ts';
import { createRun } from '../run/run.ts';
import { citation } from '../scenario/playbook.ts';
import type { Scenario } from '../scenario/scenario.ts';
import { citationSource } from './debrief-words.ts';
import type { Engine, Started } from './engine.ts';
import { openLibrary } from './library.ts';
import type { ShippedFiles } from './library.ts';
import type { Save } from './saves.ts';
import { createSession } from './session.ts';
import { addressWords } from './words/addresses.ts';

function fresh(scenario: Scenario, seed: string, untimed: boolean, terms: Terms): Started {
  const session = createSession(createRun(scenario, { seed, untimed, terms }), { untimed, refused: [] });
  return { ok: true, session, resumed: false };
}

/** Plays a save's log again up to its tick; null where the save is not of this drill as it is now. */
function resumed(scenario: Scenario, save: Save): Started | null {
  const checked = recordSchema.safeParse(save.record);
  if (!checked.success || checked.data.contentHash !== scenario.contentHash) return null;
  const { seed, variant, preventions, settings, log } = checked.data;
  const run = createRun(scenario, { seed, variant, preventions, untimed: settings.untimed, terms: termsAtStart(checked.data) });
  const refused: number[] = [];
  log.forEach((entry, i) => {
    run.advance(entry.tick);
    if (!run.dispatch(entry.action).accepted) refused.push(i);
  });
  run.advance(Math.min(save.tick, scenario.brief.ticks - 1));
  const last = log.findLast((entry) => entry.action.type === 'setting' && entry.action.key === 'untimed');
  const untimed = last?.action.type === 'setting' ? last.action.value === true : settings.untimed;
  return { ok: true, session: createSession(run, { untimed, refused }), resumed: true };
}

/** The simulator of the page: shipped drills, sessions on them, and links of what was played. */
export function openEngine(files: ShippedFiles): Engine {
  const library = openLibrary(files);
  return {
    cards: () => library.cards(),
    start: async (id, seed, untimed, save, terms = USUAL_TERMS) => {
      const scenario = await library.scenario(id);
      if (scenario === undefined) {
        return { ok: false, reason: addressWords.noDrill(id, (await library.ids()).join(', ')) };
      }
      const same = save !== null && save.record.scenario === id && save.record.seed === seed;
      return (same ? resumed(scenario, save) : null) ?? fresh(scenario, seed, untimed, terms);
    },
    finish: ({ run }) => encodeLink(run.record(), run.finalHash()),
    principle: async (id) => {
      const { says } = citation(await library.playbook(), id);
      return { says, source: citationSource(id) };
    },
    snapshot: ({ run, brief }) => ({ title: brief.title, record: run.record(), tick: run.tick }),
  };
}
