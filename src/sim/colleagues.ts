import { atClock } from '../domain/at-clock.ts';
import type { Look } from '../domain/action.ts';
import { isNamed } from '../domain/look-words.ts';
import type { ColleagueView } from '../domain/observation.ts';
import { roleInSentence } from '../domain/role-words.ts';
import { sentence } from '../domain/sentence.ts';
import { colleagueLines as lines } from '../domain/words/colleagues.ts';
import { refusalWords } from '../domain/words/refusals.ts';
import { keyedDraw } from '../kernel/streams.ts';
import type { ColleagueParams } from '../parts/colleagues/params.ts';
import { arriveColleagues, callColleague, isHere, occupyColleague } from '../parts/colleagues/step.ts';
import { colleagueFinding } from './colleague-finding.ts';
import { lookRefusal, lookTicks, takeIn } from './looks.ts';
import type { World } from './plant.ts';
import { shortClock } from './short-clock.ts';

const peopleOf = ({ setup }: World): readonly ColleagueParams[] => setup.params.colleagues.people;

const roleOf = ({ name }: ColleagueParams): string => roleInSentence(name);

/** Whether a colleague can make a look. */
export const readsLook = ({ reads: names }: ColleagueParams, look: Look): boolean => names.some((name) => isNamed(name, look));

/** Why nobody, or not this one, can be called in now; null where they can. */
export function callRefusal(world: World, id: string): string | null {
  const { state, setup, ledger } = world;
  const people = peopleOf(world);
  const index = people.findIndex((one) => one.id === id);
  if (people.length === 0) return lines.noneToCall;
  if (index < 0)
    return refusalWords.expectedOne(
      'to',
      people.map((one) => one.id),
      id,
    );
  if (ledger.pageTick === null) return refusalWords.nothingPaged;
  const { chart, hereTick } = state.parts.colleagues.people[index]!;
  const name = roleOf(people[index]!);
  if (chart === 'on-the-way') return lines.called(name, atClock(shortClock(setup, hereTick)));
  return chart === 'away' ? null : lines.hereAlready(name);
}

/** Calls in one who may be called. @returns the tick at which they are there: a keyed draw between the bounds of the system, the same at any time */
export function callIn(world: World, id: string): number {
  const { setup, state } = world;
  const index = peopleOf(world).findIndex((one) => one.id === id);
  const { comes } = peopleOf(world)[index]!;
  const draw = keyedDraw(setup.seed, 'colleagues', id, 0, 0);
  const ticks = Math.max(1, Math.round((comes[0] + (comes[1] - comes[0]) * draw) / setup.scenario.brief.tickSeconds));
  callColleague(state.parts.colleagues, index, state.tick + ticks);
  return state.tick + ticks;
}

/** Why a colleague cannot be asked for a look now; null where they can. */
export function askRefusal(world: World, who: string, look: Look): string | null {
  const people = peopleOf(world);
  const index = people.findIndex((one) => one.id === who);
  if (people.length === 0) return lines.noneToAsk;
  if (index < 0)
    return refusalWords.expectedOne(
      'who',
      people.map((one) => one.id),
      who,
    );
  const { chart, hereTick } = world.state.parts.colleagues.people[index]!;
  const name = roleOf(people[index]!);
  if (chart === 'away') return lines.notCalled(name);
  if (chart === 'on-the-way') return lines.onTheWay(name, atClock(shortClock(world.setup, hereTick)));
  if (!readsLook(people[index]!, look)) return lines.readsOther(name, people[index]!.reads);
  return lookRefusal(world, look);
}

const busyUntil = ({ ledger }: World, index: number): number | null =>
  ledger.lent.findLast(({ who }) => who === index)?.returnsTick ?? null;

/** One who may be asked begins a look, once those they were asked for before are back. @returns the tick at which it is back */
export function askFor(world: World, who: string, look: Look): number {
  const index = peopleOf(world).findIndex((one) => one.id === who);
  const returnsTick = (busyUntil(world, index) ?? world.state.tick) + lookTicks(world, look);
  world.ledger.lent.push({ look, who: index, askedTick: world.state.tick, returnsTick });
  occupyColleague(world.state.parts.colleagues, index, 'ASK');
  return returnsTick;
}

/** A word of a colleague; once the incident is closed there is nobody to say it to. */
const say = ({ state, ledger }: World, from: string, text: string): void => {
  if (ledger.resolvedTick !== null) return;
  ledger.conversation.push({ tick: state.tick, from, text, answerDueTick: null, options: [] });
};

/** Colleagues come in, and bring what they were asked to look at. */
export function hearColleagues(world: World): void {
  const { state, ledger } = world;
  const { colleagues } = state.parts;
  for (const index of arriveColleagues(colleagues, world.setup.params.colleagues, state.tick))
    say(world, peopleOf(world)[index]!.id, lines.here);
  const back = ledger.lent.filter(({ returnsTick }) => returnsTick <= state.tick);
  if (back.length === 0) return;
  ledger.lent = ledger.lent.filter(({ returnsTick }) => returnsTick > state.tick);
  for (const { look, who, askedTick } of back) {
    const { id } = peopleOf(world)[who]!;
    const evidence = takeIn(world, look, askedTick, id);
    say(world, id, sentence(`${evidence.title}: ${colleagueFinding(world, evidence)}`));
    if (!ledger.lent.some((other) => other.who === who)) occupyColleague(colleagues, who, 'ANSWER');
  }
}

/** Whether somebody is there who may agree to lasting changes and has a say in the deploy queue. */
export const hasDecider = (world: World): boolean =>
  world.state.parts.colleagues.people.some((one, index) => isHere(one) && peopleOf(world)[index]!.decides);

/** Names of those who could still be called for that. */
export const decidersAway = (world: World): readonly string[] =>
  peopleOf(world).flatMap((one, index) =>
    one.decides && world.state.parts.colleagues.people[index]!.chart === 'away' ? [roleOf(one)] : [],
  );

/** Who can be called in, and where they are. */
export const colleagueViews = (world: World): ColleagueView[] =>
  peopleOf(world).map(({ id, name }, index) => {
    const { chart, hereTick } = world.state.parts.colleagues.people[index]!;
    return {
      id,
      name,
      state: chart as ColleagueView['state'],
      hereTick: hereTick < 0 ? null : hereTick,
      busyUntil: busyUntil(world, index),
    };
  });
