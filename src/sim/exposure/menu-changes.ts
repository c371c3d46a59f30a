import type { Change } from '../../domain/action.ts';
import { formatValue } from '../../domain/metric.ts';
import type { ChangePreview } from '../../domain/observation.ts';
import { podsFor } from '../../parts/release/warm-up.ts';
import type { Setup, World } from './world.ts';

const percent = (share: number): string => formatValue(share, 'share');
const ON_DATA: Readonly<Record<string, string>> = {
  all: 'as before',
  recent: 'on recent rows',
  'with-segment': 'with more rows of the weak segment',
  reweighted: 'weighted like live traffic',
  reviewed: 'on reviewed rows',
};

/** A change as a button and a history call it. */
export function changeLabel({ setup }: World, change: Change): string {
  const { release, audience } = setup.params;
  switch (change.type) {
    case 'rollback':
      return `Roll back to ${release.stable}`;
    case 'shift-traffic':
      return `Shift ${percent(change.share)} to ${change.version}`;
    case 'set-ramp':
      return `Set the canary to ${percent(change.share)}`;
    case 'extend-sample':
      return 'Hold, and let the agreed rule decide';
    case 'warm-pods':
      return 'Warm the canary’s caches';
    case 'rerandomise':
      return 'Split anew, by the unit';
    case 'move-guardrail':
      return `Move the guardrail to ${formatValue(change.threshold * 100, 'points')} points`;
    case 'set-flag':
      return `${change.on ? 'Turn on' : 'Turn off'} ${change.flag}`;
    case 'pause-experiment':
      return change.ask ? `Ask for ${change.experiment} to be paused` : `Pause ${change.experiment} without asking`;
    case 'retrain':
      return `Retrain, ${ON_DATA[change.data ?? 'all']}`;
    case 'ship-next':
      return `Ship ${release.next ?? 'the next version'} on top`;
    case 'mute-alert':
      return `Mute the alert ${change.hours === null ? 'until further notice' : `for ${change.hours} h`}`;
    default:
      return `${change.type}: ${audience.unit}`;
  }
}

const FIXES: readonly Change['type'][] = ['retrain', 'extend-sample'];
const UNDONE: readonly Change['type'][] = ['set-flag', 'pause-experiment', 'move-guardrail'];

/** What a change would touch, from what anyone could know of the system: never from what is wrong with it. */
export function preview({ setup }: World, change: Change): Omit<ChangePreview, 'action' | 'label' | 'refusal'> {
  const { params, system } = setup;
  const { release, audience, successes } = params;
  const delay = system.delays[change.type] ?? { from: 0, to: 0 };
  let { from, to } = delay;
  const touches: string[] = [];
  let blindTo = '';
  switch (change.type) {
    case 'rollback':
      touches.push(`all ${audience.unit} to ${release.stable}`, ...(release.delayEurPerDay > 0 ? [`${release.candidate} comes back in ${release.delayDays} days at the earliest`] : []));
      blindTo = `how ${release.candidate} does`;
      break;
    case 'shift-traffic':
      touches.push(`${percent(change.share)} of ${audience.unit} to ${change.version}`, 'both versions can then be compared');
      break;
    case 'set-ramp':
      touches.push(`${percent(change.share)} of ${audience.unit} to ${release.candidate}`, `${podsFor(change.share, release.podShare)} pods of it`, 'the comparison starts anew');
      break;
    case 'extend-sample':
      touches.push('the share stays as it is', 'the rule that was agreed on looks, and widens or takes back by itself', 'the comparison starts anew');
      break;
    case 'warm-pods':
      touches.push('yesterday’s requests are replayed to the canary’s pods, and to those that join it later', 'the comparison starts anew');
      break;
    case 'rerandomise':
      touches.push('who gets the candidate: drawn anew by the unit, whatever its origin', 'the comparison starts anew');
      break;
    case 'move-guardrail':
      touches.push(`amber below ${formatValue(change.threshold * 100, 'points')} points`);
      blindTo = 'smaller gaps';
      break;
    case 'set-flag':
      touches.push(`${audience.clients.at(-1)?.name ?? 'the newest client'}: ${change.on ? 'as its owners built it' : 'as the version before'}`);
      break;
    case 'pause-experiment':
      touches.push(`${change.experiment}: everyone in the untreated arm`, change.ask ? 'its owner is asked first' : 'its sample is lost, and its owner learns of it afterwards');
      if (change.ask) {
        from += audience.askSeconds;
        to += audience.askSeconds;
      }
      break;
    case 'retrain': {
      const made = release.retrained.find(({ data }) => data === (change.data ?? 'all'));
      const extra = made?.extraSeconds ?? 0;
      const where = made?.promotes === false ? 'to the registry, for a release of its own' : 'through the evaluation gate, to everyone';
      touches.push(`a new version, ${where}`, `one training run, ${formatValue(successes.retrainEur, 'eur')}`);
      from += extra;
      to += extra;
      break;
    }
    case 'ship-next':
      touches.push(`${release.next ?? 'the next version'} to everyone`);
      blindTo = `what ${release.candidate} alone would have done`;
      break;
    case 'mute-alert':
      touches.push('nobody is paged by it');
      blindTo = 'what it would say';
      break;
    default:
      break;
  }
  const reversible = UNDONE.includes(change.type);
  return {
    group: FIXES.includes(change.type) ? 'fix' : 'mitigate',
    touches,
    stations: [stationOf(setup, change)],
    delaySeconds: { from: Math.round(from), to: Math.round(to) },
    undo: reversible ? 'yes, at any time' : 'before it takes effect; after that by another change',
    reversible,
    blindTo,
    runningCostEurPerHour: 0,
  };
} // prettier-ignore

/** Which station a change is noted at: that of the part it moves. */
export function stationOf({ system }: Setup, change: Change): string {
  const part =
    change.type === 'set-flag' || change.type === 'pause-experiment' ? 'audience' : change.type === 'mute-alert' ? 'alerts' : 'release';
  return (system.stations.find((station) => station.part === part) ?? system.stations[0])!.id;
}
