import type { Change, Look } from '../../domain/action.ts';
import { lookTitles } from '../../domain/words/looks.ts';
import type { Setup, World } from './world.ts';

/** The changes that a serving path offers, with sensible values; the same in every variant. */
export function offeredChanges(world: World): Change[] {
  const { params, system } = world.setup;
  const { controls } = world.state.parts;
  const twice = Math.round((params['model-server'].pods * 8) / 3);
  const routes = system.routes.map((route) => route.id);
  return [
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
}

/** Logs by station, and traces. */
export function offeredLooks({ system }: Setup): readonly { readonly look: Look; readonly label: string }[] {
  const logs = system.stations.filter((station) => ['gateway', 'model-server', 'feature-store', 'upstream'].includes(station.part ?? ''));
  return [
    ...logs.map((station) => ({ look: { type: 'look-logs', station: station.id } as const, label: lookTitles.logs(station.name) })),
    { look: { type: 'look-trace', pick: 'slow' }, label: lookTitles.trace.slow },
    { look: { type: 'look-trace', pick: 'typical' }, label: lookTitles.trace.typical },
  ];
}
