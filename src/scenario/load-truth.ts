import type { ChangeEntry } from '../domain/evidence.ts';
import { lookPattern } from './schema-patterns.ts';
import type { ScenarioFile } from './schema-scenario.ts';
import type { Harmful, Step, Tell, Truth, Variant } from './truth.ts';
import type { Effect } from './words.ts';

type VariantFile = ScenarioFile['variants'][string];
type StepFile = VariantFile['fix'][number];

const step = ({ any, needs, when, after, within, says, cites }: StepFile): Step => ({
  any,
  needs,
  when,
  after,
  withinSeconds: within,
  says,
  cites,
});

const tell = (id: string, { look, reading, above, below, holds, says, cites }: ScenarioFile['tells'][string]): Tell => ({
  id,
  look: lookPattern(look),
  reading,
  above: above ?? null,
  below: below ?? null,
  holds,
  says,
  cites,
});

const harmful = (id: string, { any, foreseeable, why, cites }: ScenarioFile['harmful'][string]): Harmful => ({
  id,
  any,
  foreseeable,
  why,
  cites,
});

type Clock = ScenarioFile['clock'];

const entryOf = (
  { minutesBeforePage, kind, station, text }: VariantFile['history'][number],
  { pageTick, tickSeconds }: Clock,
): ChangeEntry => ({
  tick: pageTick - Math.round((minutesBeforePage * 60) / tickSeconds),
  kind,
  station,
  text,
});

const history = (entries: VariantFile['history'], clock: Clock): readonly ChangeEntry[] =>
  entries.map((entry) => entryOf(entry, clock)).sort((a, b) => a.tick - b.tick);

function variant(id: string, file: ScenarioFile, own: VariantFile, tells: readonly Tell[]): Variant {
  const { title, says, faults, system, cause, mitigate, fix, leaveAlone } = own;
  const effects = Object.entries(file.preventions).map(([item, { effects: of }]): [string, Effect] => [item, of[id] ?? 'none']);
  return {
    id,
    title,
    says,
    faults,
    signature: own.signature ?? null,
    system,
    history: history(own.history, file.clock),
    cause,
    tells: tells.filter((candidate) => candidate.holds.includes(id)),
    recommended: {
      withoutCause: file.withoutCause.map(step),
      mitigate: mitigate.map(step),
      fix: fix.map(step),
      leaveAlone: leaveAlone ?? null,
    },
    harmful: Object.entries(file.harmful)
      .filter(([, item]) => item.in.includes(id))
      .map(([name, item]) => harmful(name, item)),
    preventionEffects: Object.fromEntries(effects),
  };
}

/** The hidden half of a checked scenario. */
export function buildTruth(file: ScenarioFile): Truth {
  const tells = Object.entries(file.tells).map(([id, item]) => tell(id, item));
  return {
    variants: Object.entries(file.variants).map(([id, own]) => variant(id, file, own, tells)),
    tells,
    redHerrings: Object.entries(file.redHerrings).map(([id, { kind, chance, says, shows }]) => ({
      id,
      kind,
      chance,
      says,
      shows: shows === undefined ? null : entryOf(shows, file.clock),
    })),
    onset: file.clock.onset,
    pageTick: file.clock.pageTick,
    moments: Object.entries(file.questions).map(([id, question]) => ({
      id,
      question: id,
      secondsAfterPage: question.askedAfter,
      answerWithinSeconds: question.answerWithin,
    })),
    bands: file.bands.map(({ metric, at, low, high }) => ({ metric, secondsFromPage: at, low, high })),
  };
}
