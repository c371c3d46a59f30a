import type { Change } from '../../domain/action.ts';
import { formatValue } from '../../domain/metric.ts';
import type { ChangePreview } from '../../domain/observation.ts';
import { changeWords } from '../../domain/words/changes.ts';
import { servingChanges } from '../../domain/words/serving-changes.ts';
import { expectedAttempts } from '../../parts/gateway/retries.ts';
import { rollbackTarget } from '../../parts/rollout/step.ts';
import { knownReplicas } from './effects.ts';
import type { World } from './world.ts';

const { labels, stable, touches: say, blindTo: blind } = servingChanges;

/** Which versions are out is seen in the change history or by version; before that a preview names none. */
const stableName = (world: World): string =>
  world.ledger.changesSeen === null && world.ledger.opened['versions'] === undefined
    ? stable
    : rollbackTarget(world.state.parts.rollout, world.setup.params.rollout);

const routeName = (world: World, id: string): string => world.setup.system.routes.find((route) => route.id === id)?.name ?? id;

/** A change as a button and a history call it. */
export function changeLabel(world: World, action: Change): string {
  switch (action.type) {
    case 'rollback':
      return labels.rollback(stableName(world));
    case 'shift-traffic':
      return labels.shiftTraffic(formatValue(action.share, 'share'), action.version);
    case 'scale':
      return labels.scale(action.replicas);
    case 'restart':
      return labels.restart;
    case 'set-breaker':
      return labels.breaker[action.mode](routeName(world, action.route));
    case 'serve-cached':
      return labels.serveCached(action.on);
    case 'set-timeout':
      return labels.timeout(routeName(world, action.route), formatValue(action.timeoutMs, 'ms'));
    case 'set-retries':
      return labels.attempts(routeName(world, action.route), action.attempts);
    case 'shed':
      return action.share === 0 ? labels.stopShedding : labels.shed(formatValue(action.share, 'share'));
    case 'repoint-champion':
      return labels.repoint(action.version);
    case 'rebalance-partition':
      return labels.rebalance;
    case 'raise-max-replicas':
      return labels.maxReplicas(action.max);
    case 'add-fallback':
      return labels.fallback(routeName(world, action.route));
    case 'retrain':
      return labels.retrain;
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
      touches.push(say.rollback(pods, stableName(world)), say.emptyCaches);
      stations.push('fraud-api', 'registry');
      from += boot.rollingBootMedianSeconds * 0.7;
      to += boot.rollingBootMedianSeconds * 1.5;
      blindTo = blind.replacedPods;
      break;
    case 'shift-traffic':
      touches.push(say.split);
      stations.push('gateway', 'fraud-api');
      break;
    case 'scale':
      touches.push(
        say.pods(pods, action.replicas),
        say.connections(pods * store.connectionsPerPod, action.replicas * store.connectionsPerPod),
      );
      stations.push('fraud-api', 'feature-store');
      from += boot.bootMedianSeconds * 0.7;
      to += boot.bootMedianSeconds * 1.5;
      cost = Math.max(0, action.replicas - params.cost.normalPods) * params.cost.eurPerPodHour;
      blindTo = action.replicas > pods ? blind.newPods : '';
      break;
    case 'restart':
      touches.push(say.restart(pods), say.waitingLost);
      stations.push('fraud-api', 'gateway');
      blindTo = blind.runningPods;
      break;
    case 'set-breaker':
      touches.push(say.calls(routeName(world, action.route)), action.mode === 'off' ? say.everyCall : say.withoutField);
      stations.push('fraud-api', action.route);
      blindTo = action.mode === 'forced-open' ? blind.route(routeName(world, action.route)) : '';
      break;
    case 'serve-cached':
      touches.push(
        say.fetchesCut(formatValue(action.on ? store.cachedBudgetMs : store.fetchTimeoutMs, 'ms')),
        action.on ? say.lateCached : say.lateWaited,
      );
      stations.push('fraud-api', 'feature-store');
      break;
    case 'set-timeout':
      touches.push(say.callMayTake(routeName(world, action.route), formatValue(action.timeoutMs, 'ms')), say.workerHeld);
      stations.push('fraud-api', action.route);
      break;
    case 'set-retries':
      touches.push(say.attempts(routeName(world, action.route), expectedAttempts(1, action.attempts)));
      stations.push('fraud-api', action.route);
      break;
    case 'shed':
      touches.push(say.shed(formatValue(action.share, 'share')));
      stations.push('gateway', 'checkout');
      break;
    case 'repoint-champion':
      touches.push(say.alias(action.version), say.controllerFollows);
      stations.push('registry');
      break;
    case 'rebalance-partition':
      touches.push(say.rebalance);
      stations.push('feature-store');
      break;
    case 'raise-max-replicas':
      touches.push(say.maxReplicas(state.parts.controls.maxReplicas, action.max));
      stations.push('fraud-api');
      from += boot.bootMedianSeconds * 0.7;
      to += boot.bootMedianSeconds * 1.5 + 60;
      cost = Math.max(0, action.max - params.cost.normalPods) * params.cost.eurPerPodHour;
      break;
    case 'add-fallback':
      touches.push(say.fallback(routeName(world, action.route)));
      stations.push('fraud-api', action.route);
      break;
    case 'retrain':
      touches.push(say.retrain);
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
      ? changeWords.undo.always
      : action.type === 'restart' || action.type === 'retrain'
        ? changeWords.undo.first(Math.round(delay.from))
        : changeWords.undo.beforeEffect,
    reversible,
    blindTo,
    runningCostEurPerHour: cost,
  };
}
