import type { Change } from '../domain/action.ts';
import { formatValue } from '../domain/metric.ts';
import type { Tick } from '../domain/time.ts';
import { judgeChangeWords as words } from '../domain/words/judge-changes.ts';
import type { Brief } from '../scenario/brief.ts';
import type { Figure } from './figure.ts';
import { quote, worded, type Said } from './said.ts';

/** A change in words, before ("scale to 16 replicas") and after ("Scaled to 16 replicas"). */
interface Words {
  readonly doing: Said;
  readonly done: Said;
}

/** The same as it stands in the catalogue, for pieces of which there are so many. */
type Form<P extends readonly unknown[]> = string | ((...texts: { readonly [K in keyof P]: string }) => string);

const both = <P extends readonly (Figure | Said)[]>(
  { doing, done }: { readonly doing: Form<P>; readonly done: Form<P> },
  ...pieces: P
): Words => ({ doing: worded(doing, ...pieces), done: worded(done, ...pieces) });

/** A change with what it asks for. @param tick when it was made; null where it is only thought of */
export function changeSaid(change: Change, brief: Brief, tick: Tick | null): Words {
  const asked = (field: string, value: number, text = String(value)): Figure => ({
    metric: `${change.type}.${field}`,
    tick,
    value,
    text,
    source: 'act',
  });
  const share = (value: number): Figure => asked('share', value, formatValue(value, 'share'));
  const named = (field: string, name: string): Said => quote(name, `${change.type}.${field}`);
  const routeOf = (id: string): Said => quote(brief.system.routes.find((one) => one.id === id)?.name ?? id, `routes.${id}`);
  switch (change.type) {
    case 'rollback':
      return both(words.rollback);
    case 'shift-traffic':
      return both(words.shiftTraffic, share(change.share), named('version', change.version));
    case 'scale':
      return both(words.scale, asked('replicas', change.replicas));
    case 'restart':
      return both(words.restart);
    case 'set-breaker':
      return both(words.breaker[change.mode], routeOf(change.route));
    case 'serve-cached':
      return both(change.on ? words.serveCached : words.stopCached);
    case 'set-timeout':
      return both(words.timeout, asked('timeoutMs', change.timeoutMs, formatValue(change.timeoutMs, 'ms')), routeOf(change.route));
    case 'set-retries':
      return change.attempts === 1
        ? both(words.oneAttempt, routeOf(change.route))
        : both(words.attempts, asked('attempts', change.attempts), routeOf(change.route));
    case 'shed':
      return both(words.shed, share(change.share));
    case 'repoint-champion':
      return both(words.repointChampion, named('version', change.version));
    case 'rebalance-partition':
      return both(words.rebalance);
    case 'raise-max-replicas':
      return both(words.raiseMax, asked('max', change.max));
    case 'add-fallback':
      return both(words.addFallback, routeOf(change.route));
    case 'retrain':
      return both(change.data === undefined ? words.retrain : words.retrainOn(change.data));
    case 'hold-promotion':
      return both(words.holdPromotion);
    case 'pin-snapshot':
      return both(words.pinSnapshot);
    case 'fix-mapping':
      return both(words.fixMapping, named('feature', change.feature));
    case 'rerun-job':
      return both(words.rerunJob);
    case 'set-gate':
      return both(words.setGate, asked('threshold', change.threshold));
    case 'drop-feature':
      return both(words.dropFeature, named('feature', change.feature));
    case 'repair-feed':
      return both(words.repairFeed, named('feed', change.feed));
    case 'set-cutoff':
      return change.segment === undefined
        ? both(words.setCutoff, asked('cutoff', change.cutoff))
        : both(words.setCutoffFor, asked('cutoff', change.cutoff), named('segment', change.segment));
    case 'cap-overrides':
      return both(words.capOverrides, share(change.share));
    case 'pause-decisions':
      return both(words.pauseDecisions);
    case 'add-rule':
      return both(words.addRule, named('segment', change.segment));
    case 'staff-queue':
      return both(words.staffQueue, asked('factor', change.factor));
    case 'mute-alert':
      return change.hours === null ? both(words.muteForGood) : both(words.mute, asked('hours', change.hours));
    case 'use-fallback-model':
      return both(change.on ? words.useFallback : words.leaveFallback);
    case 'revert-config':
      return both(words.revertConfig);
    case 'set-flag':
      return both(change.on ? words.flagOn : words.flagOff, named('flag', change.flag));
    case 'pause-experiment':
      return both(change.ask ? words.askToPause : words.stopUnasked, named('experiment', change.experiment));
    case 'set-ramp':
      return both(words.setRamp, share(change.share));
    case 'extend-sample':
      return both(words.extendSample);
    case 'warm-pods':
      return both(words.warmPods);
    case 'rerandomise':
      return both(words.rerandomise);
    case 'move-guardrail':
      return both(words.moveGuardrail, asked('threshold', change.threshold));
    case 'ship-next':
      return both(words.shipNext);
  }
}

/** "scale to 16 replicas" */
export const changeText = (change: Change, brief: Brief): string => changeSaid(change, brief, null).doing.text;

/** "Scaled to 16 replicas" */
export const changeDone = (change: Change, brief: Brief): string => changeSaid(change, brief, null).done.text;
