import type { Action } from '../../domain/action.ts';
import type { SettingValue } from '../../scenario/system.ts';
import type { KnownNight } from '../plant.ts';
import type { Setup, Witness } from './world.ts';

interface Night extends KnownNight {
  readonly setup: Setup;
  readonly witness: Witness | null;
}

/** Versions that pods can run in a night: those of the rollout, and those that somebody names. */
function deployable({ setup, actions }: Night): ReadonlySet<string | null> {
  const { stable, previous, candidate } = setup.params.rollout;
  return new Set([stable, previous, candidate, ...actions.flatMap((action) => ('version' in action ? [action.version] : []))]);
}

/** Whether a breaker, now off, would have stayed closed all night: an automatic one opens only on calls that fail or are slow. */
const staysClosed = (own: string, value: SettingValue, failed: boolean, actions: readonly Action[]): boolean =>
  own === 'off' && value === 'automatic' && !failed && !actions.some(({ type }) => type === 'set-breaker');

/**
 * Whether a setting of the serving path makes no difference to a night. What this does not know of is felt.
 * @param path of the setting, as in a scenario's file
 */
export function isUnfelt(path: string, value: SettingValue, known: KnownNight): boolean {
  const night = known as Night; // its plant made its setup and its witness
  const { setup, actions, witness } = night;
  const [part, name, item] = path.split('.');
  if (part === 'rollout' && name?.startsWith('latencyGate') === true) return setup.params.rollout.candidate === null; // the gate watches a candidate
  if (part === 'model-server' && name === 'versions' && item !== undefined) return !deployable(night).has(item);
  if (witness === null) return false;
  if (path === 'feature-store.breaker') return staysClosed(setup.params['feature-store'].breaker, value, witness.storeFailed, actions);
  if (path === 'upstream.breaker') return staysClosed(setup.params.upstream.breaker, value, witness.supplierFailed, actions);
  return false;
}
