import { MESSAGE_BLOCKS, type Change, type Look } from '../domain/action.ts';
import { changesWithFigures, withOtherModes } from '../domain/change-figures.ts';
import type { ChangePreview, LookOffer, Menu } from '../domain/observation.ts';
import { formatValue } from '../domain/metric.ts';
import type { Tick } from '../domain/time.ts';
import { changeWords } from '../domain/words/changes.ts';
import { lookTitles } from '../domain/words/looks.ts';
import { refusalWords } from '../domain/words/refusals.ts';
import type { System } from '../scenario/system.ts';
import { colleagueOffers } from './colleague-offers.ts';
import { queueFactor } from './complications.ts';
import { inQueueSeconds } from './foretold.ts';
import { stillAt } from './still-at.ts';
import { lookTicks } from './looks.ts';
import { blockText } from './people.ts';
import type { World } from './plant.ts';
import { refusalOf } from './refusal.ts';

const offers = new WeakMap<System, Map<string, readonly LookOffer[]>>(); // by the metric that pages

function offeredLooks(world: World): readonly LookOffer[] {
  const { setup, state, ledger } = world;
  let ofSystem = offers.get(setup.system);
  if (ofSystem === undefined) offers.set(setup.system, (ofSystem = new Map()));
  const { metric } = setup.scenario.brief.pager;
  let offered = ofSystem.get(metric);
  if (offered === undefined) ofSystem.set(metric, (offered = looksOf(world)));
  const over = ledger.resolvedTick !== null || state.tick >= setup.scenario.brief.ticks;
  return over ? offered.map((offer) => ({ ...offer, refusal: refusalWords.over })) : offered;
}

/** All looks that a system has, in the order of its dashboards and of its plant; those that its file gives no time for it has not. */
function looksOf(world: World): LookOffer[] {
  const { setup, catalogue } = world;
  const { pager, tickSeconds } = setup.scenario.brief;
  const shows = new Set(
    catalogue.dashboards.filter(({ panels }) => panels.some(({ keys }) => keys.includes(pager.metric))).map(({ id }) => id),
  );
  const offer = (look: Look, label: string): LookOffer[] => {
    const showsPager = look.type === 'look-dashboard' && shows.has(look.dashboard);
    if (setup.system.looks[look.type] === undefined) return [];
    return [{ look, label, costSeconds: lookTicks(world, look) * tickSeconds, showsPager, refusal: null }];
  };
  return [
    ...catalogue.dashboards.flatMap((dashboard) => offer({ type: 'look-dashboard', dashboard: dashboard.id }, dashboard.title)),
    ...setup.plant.offeredLooks(setup).flatMap(({ look, label }) => offer(look, label)),
    ...offer({ type: 'look-changes' }, lookTitles.changes),
    ...offer({ type: 'look-calendar' }, lookTitles.calendar),
    ...offer({ type: 'look-messages' }, lookTitles.messages),
    ...offer({ type: 'look-alerts' }, lookTitles.alerts),
  ];
}

/** What may be asked for and done at this tick, each part worked out when it is first read. @throws as `stillAt` says */
class MenuAtAGlance implements Menu {
  readonly #world: World;
  readonly #tick: Tick;
  #looks: Menu['looks'] | null = null;
  #changes: Menu['changes'] | null = null;
  #verifiable: Menu['verifiable'] | null = null;
  #messageBlocks: Menu['messageBlocks'] | null = null;
  #colleagues: Menu['colleagues'] | null = null;

  constructor(world: World) {
    this.#world = world;
    this.#tick = world.state.tick;
  }

  get looks(): Menu['looks'] {
    return (this.#looks ??= offeredLooks(this.#now()));
  }

  get changes(): Menu['changes'] {
    return (this.#changes ??= previews(this.#now(), this.#world.setup.plant.offeredChanges(this.#world)));
  }

  get verifiable(): Menu['verifiable'] {
    return (this.#verifiable ??= verifiableMetrics(this.#now()));
  }

  get colleagues(): Menu['colleagues'] {
    return (this.#colleagues ??= colleagueOffers(this.#now(), this.looks));
  }

  get messageTo(): Menu['messageTo'] {
    return receiversOf(this.#world);
  }

  get messageBlocks(): Menu['messageBlocks'] {
    return (this.#messageBlocks ??= MESSAGE_BLOCKS.map((id) => ({ id, text: blockText(this.#now(), id) })));
  }

  #now(): World {
    return stillAt(this.#world, this.#tick);
  }
}

export const glanceAtMenu = (world: World): Menu => new MenuAtAGlance(world);

/** The same as a whole, which stays as it is when the world moves on. */
export function menuOf(world: World): Menu {
  const { looks, changes, verifiable, colleagues, messageTo, messageBlocks } = glanceAtMenu(world);
  return { looks, changes, verifiable, colleagues, messageTo, messageBlocks };
}

/** The menu with every setting that an offered change can have: for people, who choose it in the preview. */
export function wholeMenuOf(world: World): Menu {
  const offered = world.setup.plant.offeredChanges(world);
  return { ...menuOf(world), changes: previews(world, changesWithFigures(offered.flatMap(withOtherModes))) };
}

const receiversOf = ({ setup }: World): Menu['messageTo'] => setup.scenario.brief.stakeholders.map(({ id, name }) => ({ id, name }));

type Preview = Omit<ChangePreview, 'action' | 'label' | 'refusal'>;

/** A preview with its time in the deploy queue; while that is busy it says so. @param queued the part of its time that is spent in the queue */
const inQueue = (preview: Preview, queued: Preview['delaySeconds'], slower: number, tickSeconds: number): Preview => ({
  ...preview,
  touches: slower === 1 ? preview.touches : [...preview.touches, changeWords.queueBusy(formatValue(slower, 'ratio'))],
  delaySeconds: inQueueSeconds(preview.delaySeconds, queued, slower, tickSeconds),
});

/** Some changes, each with what it would touch. Those that the system's file gives no time for it has not: they are left out. */
function previews(world: World, changes: readonly Change[]): ChangePreview[] {
  const { plant, system, scenario } = world.setup;
  const slower = queueFactor(world);
  return changes
    .filter((action) => system.delays[action.type] !== undefined)
    .map((action) => ({
      action,
      label: plant.changeLabel(world, action),
      ...inQueue(plant.preview(world, action), system.delays[action.type]!, slower, scenario.brief.tickSeconds),
      refusal: refusalOf(world, action),
    }));
}

/** The pager's metric, and all that open dashboards show. */
function verifiableMetrics({ setup, catalogue, ledger }: World): Menu['verifiable'] {
  const keys = new Set([setup.scenario.brief.pager.metric]);
  for (const dashboard of catalogue.dashboards)
    if (ledger.opened[dashboard.id] !== undefined) for (const panel of dashboard.panels) for (const key of panel.keys) keys.add(key);
  return [...keys].map((metric) => ({ metric, label: catalogue.byKey.get(metric)!.title }));
}
