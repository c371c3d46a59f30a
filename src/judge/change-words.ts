import type { Change } from '../domain/action.ts';
import { formatValue } from '../domain/metric.ts';
import type { Tick } from '../domain/time.ts';
import type { Brief } from '../scenario/brief.ts';
import type { Figure } from './figure.ts';
import { quote, say, type Said } from './said.ts';

/** A change in words, before ("scale to 16 replicas") and after ("Scaled to 16 replicas"). */
interface Words {
  readonly doing: Said;
  readonly done: Said;
}

const BREAKER = {
  'forced-open': [say`open the breaker on`, say`Opened the breaker on`, say``],
  automatic: [say`set the breaker on`, say`Set the breaker on`, say` to automatic`],
  off: [say`switch off the breaker on`, say`Switched off the breaker on`, say``],
} as const;

/** A change with what it asks for. @param tick when it was made; null where it is only thought of */
export function changeSaid(change: Change, brief: Brief, tick: Tick | null): Words {
  const both = (doing: Said, done: Said, rest: Said): Words => ({ doing: say`${doing}${rest}`, done: say`${done}${rest}` });
  const asked = (field: string, value: number, text = String(value)): Figure => ({
    metric: `${change.type}.${field}`,
    tick,
    value,
    text,
    source: 'act',
  });
  const named = (version: string): Said => quote(version, `${change.type}.version`);
  const routeOf = (id: string): Said => quote(brief.system.routes.find((one) => one.id === id)?.name ?? id, `routes.${id}`);
  switch (change.type) {
    case 'rollback':
      return both(say`roll`, say`Rolled`, say` the model back to the last stable version`);
    case 'shift-traffic': {
      const share = asked('share', change.share, formatValue(change.share, 'share'));
      return both(say`shift`, say`Shifted`, say` ${share} of traffic to ${named(change.version)}`);
    }
    case 'scale':
      return both(say`scale`, say`Scaled`, say` to ${asked('replicas', change.replicas)} replicas`);
    case 'restart':
      return both(say`restart`, say`Restarted`, say` all replicas`);
    case 'set-breaker': {
      const [doing, done, rest] = BREAKER[change.mode];
      return both(doing, done, say` ${routeOf(change.route)}${rest}`);
    }
    case 'serve-cached':
      return change.on
        ? both(say`serve`, say`Served`, say` cached features`)
        : both(say`stop`, say`Stopped`, say` serving cached features`);
    case 'set-timeout': {
      const timeout = asked('timeoutMs', change.timeoutMs, formatValue(change.timeoutMs, 'ms'));
      return both(say`set`, say`Set`, say` the timeout on ${routeOf(change.route)} to ${timeout}`);
    }
    case 'set-retries': {
      const attempts = change.attempts === 1 ? say`one attempt` : say`${asked('attempts', change.attempts)} attempts`;
      return both(say`set`, say`Set`, say` ${attempts} on ${routeOf(change.route)}`);
    }
    case 'shed':
      return both(say`shed`, say`Shed`, say` ${asked('share', change.share, formatValue(change.share, 'share'))} of requests`);
    case 'repoint-champion':
      return both(say`point`, say`Pointed`, say` the champion alias at ${named(change.version)}`);
    case 'rebalance-partition':
      return both(say`rebalance`, say`Rebalanced`, say` the hot partition`);
    case 'raise-max-replicas':
      return both(say`raise`, say`Raised`, say` the autoscaler's limit to ${asked('max', change.max)}`);
    case 'add-fallback':
      return both(say`add`, say`Added`, say` a fallback on ${routeOf(change.route)}`);
    case 'retrain':
      return both(say`start`, say`Started`, say` a retraining`);
  }
}

/** "scale to 16 replicas" */
export const changeText = (change: Change, brief: Brief): string => changeSaid(change, brief, null).doing.text;

/** "Scaled to 16 replicas" */
export const changeDone = (change: Change, brief: Brief): string => changeSaid(change, brief, null).done.text;
