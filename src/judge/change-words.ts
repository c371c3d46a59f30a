import type { Change, TrainingData } from '../domain/action.ts';
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

const TRAINED_ON: Readonly<Record<TrainingData, Said>> = {
  all: say` on everything`,
  recent: say` on recent data`,
  'with-segment': say` with the segment known to it`,
  reweighted: say` on data weighted like live traffic`,
  reviewed: say` on reviewed rows`,
};

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
      return both(say`start`, say`Started`, say` a retraining${change.data === undefined ? say`` : TRAINED_ON[change.data]}`);
    case 'hold-promotion':
      return both(say`stop`, say`Stopped`, say` the promotion of new models`);
    case 'pin-snapshot':
      return both(say`serve`, say`Served`, say` the last good model on the last good data`);
    case 'fix-mapping':
      return both(say`repair`, say`Repaired`, say` the mapping of ${quote(change.feature, 'fix-mapping.feature')} and read its rows again`);
    case 'rerun-job':
      return both(say`run`, say`Ran`, say` the job again`);
    case 'set-gate':
      return both(say`set`, say`Set`, say` the gate to ${asked('threshold', change.threshold)}`);
    case 'drop-feature':
      return both(say`leave`, say`Left`, say` ${quote(change.feature, 'drop-feature.feature')} out of the model`);
    case 'repair-feed':
      return both(say`repair`, say`Repaired`, say` the feed ${quote(change.feed, 'repair-feed.feed')}`);
    case 'set-cutoff': {
      const cutoff = asked('cutoff', change.cutoff);
      const segment = change.segment === undefined ? say`` : say` for ${quote(change.segment, 'set-cutoff.segment')}`;
      return both(say`set`, say`Set`, say` the cut-off to ${cutoff}${segment}`);
    }
    case 'cap-overrides':
      return both(say`limit`, say`Limited`, say` overrides to ${asked('share', change.share, formatValue(change.share, 'share'))}`);
    case 'pause-decisions':
      return both(say`pause`, say`Paused`, say` all decisions`);
    case 'add-rule':
      return both(say`add`, say`Added`, say` a rule for ${quote(change.segment, 'add-rule.segment')}`);
    case 'staff-queue':
      return both(say`staff`, say`Staffed`, say` the review queue ${asked('factor', change.factor)} times as strongly`);
    case 'mute-alert':
      return change.hours === null
        ? both(say`mute`, say`Muted`, say` the alert without an end`)
        : both(say`mute`, say`Muted`, say` the alert for ${asked('hours', change.hours)} hours`);
    case 'use-fallback-model':
      return change.on
        ? both(say`switch`, say`Switched`, say` to the fallback model`)
        : both(say`switch`, say`Switched`, say` the fallback model off`);
    case 'revert-config':
      return both(say`put`, say`Put`, say` the configuration back`);
    case 'set-flag':
      return both(say`turn`, say`Turned`, say` the flag ${quote(change.flag, 'set-flag.flag')} ${change.on ? say`on` : say`off`}`);
    case 'pause-experiment':
      return change.ask
        ? both(say`ask`, say`Asked`, say` the owner to pause ${quote(change.experiment, 'pause-experiment.experiment')}`)
        : both(say`stop`, say`Stopped`, say` ${quote(change.experiment, 'pause-experiment.experiment')} without asking`);
    case 'set-ramp':
      return both(say`set`, say`Set`, say` the ramp to ${asked('share', change.share, formatValue(change.share, 'share'))}`);
    case 'extend-sample':
      return both(say`hold`, say`Held`, say` the ramp until the agreed sample is there`);
    case 'warm-pods':
      return both(say`warm`, say`Warmed`, say` the canary's pods`);
    case 'rerandomise':
      return both(say`split`, say`Split`, say` the traffic at random`);
    case 'move-guardrail':
      return both(say`move`, say`Moved`, say` the guardrail to ${asked('threshold', change.threshold)}`);
    case 'ship-next':
      return both(say`ship`, say`Shipped`, say` the next version on top`);
  }
}

/** "scale to 16 replicas" */
export const changeText = (change: Change, brief: Brief): string => changeSaid(change, brief, null).doing.text;

/** "Scaled to 16 replicas" */
export const changeDone = (change: Change, brief: Brief): string => changeSaid(change, brief, null).done.text;
