import { MESSAGE_BLOCKS, type Change, type Look } from '../domain/action.ts';
import type { LookOffer, Menu } from '../domain/observation.ts';
import type { System } from '../scenario/system.ts';
import { lazily } from './lazily.ts';
import { previewOf } from './menu-changes.ts';
import { blockText } from './people.ts';
import type { World } from './world.ts';

/** The changes that this system offers, with sensible values; the same in every variant. */
export function offeredChanges(world: World): Change[] {
  const { params, system } = world.setup;
  const { controls } = world.state.parts;
  const twice = Math.round((params['model-server'].pods * 8) / 3);
  const routes = system.routes.map((route) => route.id);
  const changes: Change[] = [
    { type: 'rollback' },
    { type: 'scale', replicas: twice },
    { type: 'restart' },
    { type: 'serve-cached', on: !controls.serveCached },
    ...routes.map((route): Change => ({ type: 'set-breaker', route, mode: 'forced-open' })),
    ...routes.map((route): Change => ({ type: 'set-breaker', route, mode: 'automatic' })),
    { type: 'set-retries', route: 'merchant-risk', attempts: 1 },
    { type: 'set-timeout', route: 'merchant-risk', timeoutMs: 2000 },
    { type: 'set-timeout', route: 'merchant-risk', timeoutMs: 200 },
    { type: 'shed', share: controls.shedShare > 0 ? 0 : 0.2 },
    { type: 'shift-traffic', version: params.rollout.stable, share: 0.6 },
    { type: 'repoint-champion', version: params.rollout.stable },
    { type: 'rebalance-partition' },
    { type: 'raise-max-replicas', max: twice },
    { type: 'add-fallback', route: 'merchant-risk' },
    { type: 'retrain' },
  ];
  return changes;
}

const offers = new WeakMap<System, readonly LookOffer[]>();

function offeredLooks(world: World): readonly LookOffer[] {
  const { setup, state, ledger } = world;
  let offered = offers.get(setup.system);
  if (offered === undefined) offers.set(setup.system, (offered = looksOf(world)));
  const over = ledger.resolvedTick !== null || state.tick >= setup.scenario.brief.ticks;
  return over ? offered.map((offer) => ({ ...offer, refusal: 'the incident is over' })) : offered;
}

/** All looks that a system has, in the order of its dashboards and stations. */
function looksOf({ setup, catalogue }: World): LookOffer[] {
  const offer = (look: Look, label: string): LookOffer => ({
    look,
    label,
    costSeconds: setup.system.looks[look.type] ?? 60,
    refusal: null,
  });
  const logs = setup.system.stations.filter((station) =>
    ['gateway', 'model-server', 'feature-store', 'upstream'].includes(station.part ?? ''),
  );
  return [
    ...catalogue.dashboards.map((dashboard) => offer({ type: 'look-dashboard', dashboard: dashboard.id }, dashboard.title)),
    ...logs.map((station) => offer({ type: 'look-logs', station: station.id }, `Logs of ${station.name}`)),
    offer({ type: 'look-trace', pick: 'slow' }, 'A slow trace'),
    offer({ type: 'look-trace', pick: 'typical' }, 'A typical trace'),
    offer({ type: 'look-changes' }, 'Change history'),
    offer({ type: 'look-alerts' }, 'Alert rules'),
  ];
}

/** What may be asked for and done at this tick, each part worked out when it is first read. @throws as `lazily` says */
export function glanceAtMenu(world: World): Menu {
  const once = lazily(world);
  const looks = once(() => offeredLooks(world));
  const changes = once(() => offeredChanges(world).map((change) => previewOf(world, change)));
  const verifiable = once(() => verifiableMetrics(world));
  const blocks = once(() => MESSAGE_BLOCKS.map((id) => ({ id, text: blockText(world, id) })));
  return {
    get looks() {
      return looks();
    },
    get changes() {
      return changes();
    },
    get verifiable() {
      return verifiable();
    },
    messageTo: world.setup.scenario.brief.stakeholders.map(({ id, name }) => ({ id, name })),
    get messageBlocks() {
      return blocks();
    },
  };
}

/** The same as a whole, which stays as it is when the world moves on. */
export const menuOf = (world: World): Menu => ({ ...glanceAtMenu(world) });

/** The pager's metric, and all that open dashboards show. */
function verifiableMetrics({ setup, catalogue, ledger }: World): Menu['verifiable'] {
  const keys = new Set([setup.scenario.brief.pager.metric]);
  for (const dashboard of catalogue.dashboards)
    if (ledger.opened[dashboard.id] !== undefined) for (const panel of dashboard.panels) for (const key of panel.keys) keys.add(key);
  return [...keys].map((metric) => ({ metric, label: catalogue.byKey.get(metric)!.title }));
}
