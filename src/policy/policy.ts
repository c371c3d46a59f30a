import { isLook, type Action } from '../domain/action.ts';
import type { Terms } from '../domain/difficulty.ts';
import type { Menu, Observation } from '../domain/observation.ts';
import type { Tick } from '../domain/time.ts';
import { openStream } from '../kernel/streams.ts';
import type { Brief } from '../scenario/brief.ts';
import type { Scenario } from '../scenario/scenario.ts';
import { createRun, type Run } from '../run/run.ts';

/** Let this many ticks pass; with `untilPagedEvery`, then as many again and again while there is no page, without being asked. */
interface Wait {
  readonly wait: number;
  readonly untilPagedEvery?: number;
}

/** What a program that plays does next: act now, or wait. */
export type Decision = { readonly act: Action } | Wait;

/** What a program that plays may see: what a person sees. */
export interface PolicyView {
  readonly observation: Observation;
  readonly menu: Menu;
  readonly brief: Brief;
}

export type Decide = (view: PolicyView) => Decision;

/** A player that is a program. `begin` opens one episode; `draw` gives its own seeded numbers in [0, 1). */
export interface Policy {
  readonly id: string;
  begin(context: { readonly brief: Brief; readonly draw: () => number }): Decide;
}

export interface PlayOptions {
  readonly seed: string;
  readonly variant?: string | undefined;
  readonly preventions?: readonly string[] | undefined; // already in place
  readonly terms?: Terms | undefined; // as usual where left out
}

const MOST_DECISIONS = 1000; // beside two a tick: far above any real play, since a policy that never waits is a bug, not a player

/** Which actions remain when an episode is over. */
const AFTERWARDS: ReadonlySet<Action['type']> = new Set(['pick-preventions', 'review']);

/** One who plays. Until it first acts, `run` is a world that others watch too; from then on it is its own. */
interface Player {
  readonly id: string;
  readonly decide: Decide;
  run: Run;
  decisions: number;
  due: Tick; // when it decides next, while it only watches
  untilPagedEvery: number | undefined; // until there is a page it does not decide, but looks up again so many ticks later
}

function decisionOf(player: Player, brief: Brief): Decision {
  if (player.decisions === MOST_DECISIONS + 2 * brief.ticks)
    throw new Error(`expected the policy "${player.id}" to let time pass, got ${player.decisions} decisions by tick ${player.run.tick}`);
  player.decisions += 1;
  const { observation, menu } = player.run.glance();
  return player.decide({ observation, menu, brief });
}

const dueAfter = (wait: number, tick: Tick, brief: Brief): Tick => Math.min(brief.ticks, tick + Math.max(1, Math.round(wait)));

/** Plays on from a decision to the end of the episode, in a run of one's own. A look is waited for, as in live play. */
function playOn(player: Player, brief: Brief, first: Decision): void {
  const { run } = player;
  for (let decision = first; ; decision = decisionOf(player, brief)) {
    if ('wait' in decision) {
      if (run.over || run.tick >= brief.ticks) break;
      run.advance(dueAfter(decision.wait, run.tick, brief));
      const every = decision.untilPagedEvery;
      while (every !== undefined && run.pageTick === null && run.tick < brief.ticks) run.advance(dueAfter(every, run.tick, brief));
      continue;
    }
    if (run.over && !AFTERWARDS.has(decision.act.type)) break;
    const outcome = run.dispatch(decision.act);
    if (outcome.accepted && isLook(decision.act)) run.advance(Math.min(brief.ticks, outcome.effectTick));
  }
  if (run.tick < brief.ticks) run.advance(brief.ticks);
}

/**
 * Several policies, each on the same night for itself, through the same log as people use. Until its first act a policy changes
 * nothing, so up to there they all watch one world, which is simulated once; with its first act it gets a copy of its own.
 * @returns a run of each, at its last tick; those who never act share one
 * @throws when a policy decides more often than any player would
 */
export function playTogether(scenario: Scenario, policies: readonly Policy[], options: PlayOptions): readonly Run[] {
  const { brief } = scenario;
  const watched = createRun(scenario, {
    seed: options.seed,
    variant: options.variant,
    preventions: options.preventions,
    terms: options.terms,
    checkpoints: false,
  });
  const players = policies.map((policy): Player => {
    const decide = policy.begin({ brief, draw: openStream(options.seed, 'policy', policy.id).next });
    return { id: policy.id, decide, run: watched, decisions: 0, due: 0, untilPagedEvery: undefined };
  });
  const watching = new Set(players);
  let keptByOthers = false; // by one who watched to the end
  while (watching.size > 0) {
    let now = brief.ticks;
    for (const { due } of watching) if (due < now) now = due;
    watched.advance(now);
    for (const player of watching) {
      if (player.due !== now) continue;
      if (player.untilPagedEvery !== undefined && watched.pageTick === null && now < brief.ticks) {
        player.due = dueAfter(player.untilPagedEvery, now, brief);
        continue;
      }
      const decision = decisionOf(player, brief);
      if ('wait' in decision) {
        player.due = dueAfter(decision.wait, now, brief);
        player.untilPagedEvery = decision.untilPagedEvery;
        if (now < brief.ticks) continue;
        watching.delete(player);
        keptByOthers = true;
      } else {
        watching.delete(player);
        if (watching.size > 0 || keptByOthers) player.run = watched.fork();
        playOn(player, brief, decision);
      }
    }
  }
  return players.map(({ run }) => run);
}

/** One whole episode played by a policy, as playTogether plays it. */
export const playPolicy = (scenario: Scenario, policy: Policy, options: PlayOptions): Run => playTogether(scenario, [policy], options)[0]!;
