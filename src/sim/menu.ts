import { MESSAGE_BLOCKS, type Change, type Look } from '../domain/action.ts';
import type { LookOffer, Menu } from '../domain/observation.ts';
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

function offeredLooks(world: World): LookOffer[] {
  const { setup, catalogue, state, ledger } = world;
  const over = ledger.resolvedTick !== null || state.tick >= setup.scenario.brief.ticks ? 'the incident is over' : null;
  const cost = (look: Look): number => setup.system.looks[look.type] ?? 60;
  const offer = (look: Look, label: string): LookOffer => ({ look, label, costSeconds: cost(look), refusal: over });
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

/** What may be asked for and done at this tick. */
export function menuOf(world: World): Menu {
  const { setup, catalogue, ledger } = world;
  const keys = new Set([setup.scenario.brief.pager.metric]);
  for (const dashboard of catalogue.dashboards)
    if (ledger.opened[dashboard.id] !== undefined) for (const panel of dashboard.panels) for (const key of panel.keys) keys.add(key);
  return {
    looks: offeredLooks(world),
    changes: offeredChanges(world).map((change) => previewOf(world, change)),
    verifiable: [...keys].map((metric) => ({ metric, label: catalogue.byKey.get(metric)!.title })),
    messageTo: setup.scenario.brief.stakeholders.map(({ id, name }) => ({ id, name })),
    messageBlocks: MESSAGE_BLOCKS.map((id) => ({ id, text: blockText(world, id) })),
  };
}
