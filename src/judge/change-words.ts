import type { Change } from '../domain/action.ts';
import { formatValue } from '../domain/metric.ts';
import type { Brief } from '../scenario/brief.ts';

/** A change in words, before ("scale to 16 replicas") and after ("Scaled to 16 replicas"). */
interface Words {
  readonly doing: string;
  readonly done: string;
}

const BREAKER = {
  'forced-open': ['open the breaker on', 'Opened the breaker on', ''],
  automatic: ['set the breaker on', 'Set the breaker on', ' to automatic'],
  off: ['switch off the breaker on', 'Switched off the breaker on', ''],
} as const;

function wordsOf(change: Change, brief: Brief): Words {
  const route = 'route' in change ? (brief.system.routes.find((one) => one.id === change.route)?.name ?? change.route) : '';
  const both = (doing: string, done: string, rest: string): Words => ({ doing: `${doing}${rest}`, done: `${done}${rest}` });
  switch (change.type) {
    case 'rollback':
      return both('roll', 'Rolled', ' the model back to the last stable version');
    case 'shift-traffic':
      return both('shift', 'Shifted', ` ${formatValue(change.share, 'share')} of traffic to ${change.version}`);
    case 'scale':
      return both('scale', 'Scaled', ` to ${change.replicas} replicas`);
    case 'restart':
      return both('restart', 'Restarted', ' all replicas');
    case 'set-breaker': {
      const [doing, done, rest] = BREAKER[change.mode];
      return both(doing, done, ` ${route}${rest}`);
    }
    case 'serve-cached':
      return change.on ? both('serve', 'Served', ' cached features') : both('stop', 'Stopped', ' serving cached features');
    case 'set-timeout':
      return both('set', 'Set', ` the timeout on ${route} to ${formatValue(change.timeoutMs, 'ms')}`);
    case 'set-retries':
      return both('set', 'Set', ` ${change.attempts === 1 ? 'one attempt' : `${change.attempts} attempts`} on ${route}`);
    case 'shed':
      return both('shed', 'Shed', ` ${formatValue(change.share, 'share')} of requests`);
    case 'repoint-champion':
      return both('point', 'Pointed', ` the champion alias at ${change.version}`);
    case 'rebalance-partition':
      return both('rebalance', 'Rebalanced', ' the hot partition');
    case 'raise-max-replicas':
      return both('raise', 'Raised', ` the autoscaler's limit to ${change.max}`);
    case 'add-fallback':
      return both('add', 'Added', ` a fallback on ${route}`);
    case 'retrain':
      return both('start', 'Started', ' a retraining');
  }
}

/** "scale to 16 replicas" */
export const changeText = (change: Change, brief: Brief): string => wordsOf(change, brief).doing;

/** "Scaled to 16 replicas" */
export const changeDone = (change: Change, brief: Brief): string => wordsOf(change, brief).done;
