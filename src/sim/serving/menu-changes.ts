import type { Change } from '../../domain/action.ts';
import { formatValue } from '../../domain/metric.ts';
import type { ChangePreview } from '../../domain/observation.ts';
import { expectedAttempts } from '../../parts/gateway/retries.ts';
import { rollbackTarget } from '../../parts/rollout/step.ts';
import { knownReplicas } from './effects.ts';
import type { World } from './world.ts';

/** Which versions are out is seen in the change history or by version; before that a preview names none. */
const stableName = (world: World): string =>
  world.ledger.changesSeen === null && world.ledger.opened['versions'] === undefined
    ? 'the last stable version'
    : rollbackTarget(world.state.parts.rollout, world.setup.params.rollout);

const routeName = (world: World, id: string): string => world.setup.system.routes.find((route) => route.id === id)?.name ?? id;

/** A change as a button and a history call it. */
export function changeLabel(world: World, action: Change): string {
  switch (action.type) {
    case 'rollback':
      return `Roll back to ${stableName(world)}`;
    case 'shift-traffic':
      return `Shift ${formatValue(action.share, 'share')} of traffic to ${action.version}`;
    case 'scale':
      return `Scale to ${action.replicas}`;
    case 'restart':
      return 'Restart all pods';
    case 'set-breaker':
      return action.mode === 'forced-open'
        ? `Open breaker: ${routeName(world, action.route)}`
        : action.mode === 'off'
          ? `Breaker off: ${routeName(world, action.route)}`
          : `Automatic breaker: ${routeName(world, action.route)}`;
    case 'serve-cached':
      return action.on ? 'Serve cached features' : 'Stop serving cached features';
    case 'set-timeout':
      return `Timeout of ${routeName(world, action.route)}: ${formatValue(action.timeoutMs, 'ms')}`;
    case 'set-retries':
      return action.attempts === 1
        ? `No retries to ${routeName(world, action.route)}`
        : `${action.attempts} attempts to ${routeName(world, action.route)}`;
    case 'shed':
      return action.share === 0 ? 'Stop shedding' : `Shed ${formatValue(action.share, 'share')} at the gateway`;
    case 'repoint-champion':
      return `Registry: ${action.version} is champion`;
    case 'rebalance-partition':
      return 'Rebalance the partition';
    case 'raise-max-replicas':
      return `Autoscaler maximum ${action.max}`;
    case 'add-fallback':
      return `Fallback for ${routeName(world, action.route)}`;
    case 'retrain':
      return 'Retrain the model';
    default:
      throw new Error(`expected a change that the serving path offers, got "${action.type}"`);
  }
}

const FIXES: readonly Change['type'][] = ['repoint-champion', 'rebalance-partition', 'raise-max-replicas', 'add-fallback', 'retrain'];
const NO_UNDO: readonly Change['type'][] = [
  'rollback',
  'restart',
  'rebalance-partition',
  'retrain',
  'shift-traffic',
  'repoint-champion',
  'add-fallback',
];

/** What a change would touch, from what anyone could know of the system: never from what is wrong with it tonight. */
export function previewOf(world: World, action: Change): Omit<ChangePreview, 'action' | 'label' | 'refusal'> {
  const { setup, state, ledger } = world;
  const { params, system } = setup;
  const store = params['feature-store'];
  const delay = system.delays[action.type] ?? { from: 0, to: 0 };
  const boot = params['model-server'];
  const seen = ledger.opened['saturation'] !== undefined || ledger.opened['versions'] !== undefined;
  const pods = seen ? state.parts.autoscaler.replicas : (knownReplicas(setup, state) ?? boot.pods);
  const touches: string[] = [];
  const stations: string[] = [];
  let from = delay.from;
  let to = delay.to;
  let blindTo = '';
  let cost = 0;
  switch (action.type) {
    case 'rollback':
      touches.push(`fraud-api: all ${pods} pods to ${stableName(world)}`, 'caches in the pods start empty, with a preloaded snapshot');
      stations.push('fraud-api', 'registry');
      from += boot.rollingBootMedianSeconds * 0.7;
      to += boot.rollingBootMedianSeconds * 1.5;
      blindTo = 'how the replaced pods behaved';
      break;
    case 'shift-traffic':
      touches.push(`gateway: split between versions`);
      stations.push('gateway', 'fraud-api');
      break;
    case 'scale':
      touches.push(
        `fraud-api ${pods} to ${action.replicas} pods`,
        `feature store ${pods * store.connectionsPerPod} to ${action.replicas * store.connectionsPerPod} connections`,
      );
      stations.push('fraud-api', 'feature-store');
      from += boot.bootMedianSeconds * 0.7;
      to += boot.bootMedianSeconds * 1.5;
      cost = Math.max(0, action.replicas - params.cost.normalPods) * params.cost.eurPerPodHour;
      blindTo = action.replicas > pods ? 'figures per pod, until the new ones report' : '';
      break;
    case 'restart':
      touches.push(`fraud-api: all ${pods} pods at once`, 'requests that wait in them are lost');
      stations.push('fraud-api', 'gateway');
      blindTo = 'what the running pods were doing';
      break;
    case 'set-breaker':
      touches.push(
        `calls from fraud-api to ${routeName(world, action.route)}`,
        action.mode === 'off' ? 'every call goes out' : 'payments are scored without that field while it is open',
      );
      stations.push('fraud-api', action.route);
      blindTo = action.mode === 'forced-open' ? `how ${routeName(world, action.route)} does: nothing is sent there` : '';
      break;
    case 'serve-cached':
      touches.push(
        `feature fetches cut at ${formatValue(action.on ? store.cachedBudgetMs : store.fetchTimeoutMs, 'ms')}`,
        action.on ? 'late ones are scored with cached or default features: more good payments refused' : 'late ones are waited for again',
      );
      stations.push('fraud-api', 'feature-store');
      break;
    case 'set-timeout':
      touches.push(
        `each call to ${routeName(world, action.route)} may take ${formatValue(action.timeoutMs, 'ms')}`,
        'a worker is held that long',
      );
      stations.push('fraud-api', action.route);
      break;
    case 'set-retries':
      touches.push(`calls to ${routeName(world, action.route)}: at most ${expectedAttempts(1, action.attempts)} for each lookup`);
      stations.push('fraud-api', action.route);
      break;
    case 'shed':
      touches.push(`${formatValue(action.share, 'share')} of payments refused at the gateway, unscored`);
      stations.push('gateway', 'checkout');
      break;
    case 'repoint-champion':
      touches.push(`registry alias: champion is ${action.version}`, 'the deploy controller follows it within a quarter of an hour');
      stations.push('registry');
      break;
    case 'rebalance-partition':
      touches.push('feature store: the busiest partition is split, its reads move');
      stations.push('feature-store');
      break;
    case 'raise-max-replicas':
      touches.push(`autoscaler: ${state.parts.controls.maxReplicas} to ${action.max} replicas at most`);
      stations.push('fraud-api');
      from += boot.bootMedianSeconds * 0.7;
      to += boot.bootMedianSeconds * 1.5 + 60;
      cost = Math.max(0, action.max - params.cost.normalPods) * params.cost.eurPerPodHour;
      break;
    case 'add-fallback':
      touches.push(`fraud-api: a budget for the whole call to ${routeName(world, action.route)}, and a score without its field beyond it`);
      stations.push('fraud-api', action.route);
      break;
    case 'retrain':
      touches.push('training: one run on all data');
      stations.push('training', 'registry');
      break;
  }
  const reversible = !NO_UNDO.includes(action.type);
  return {
    group: FIXES.includes(action.type) ? 'fix' : 'mitigate',
    touches,
    stations,
    delaySeconds: { from: Math.round(from), to: Math.round(to) },
    undo: reversible
      ? 'yes, at any time'
      : action.type === 'restart' || action.type === 'retrain'
        ? `only in its first ${Math.round(delay.from)} s`
        : `before it takes effect; after that by another change`,
    reversible,
    blindTo,
    runningCostEurPerHour: cost,
  };
}
