import type { Change } from '../../domain/action.ts';
import { formatValue } from '../../domain/metric.ts';
import type { ChangePreview } from '../../domain/observation.ts';
import { changeWords } from '../../domain/words/changes.ts';
import { exposureChanges } from '../../domain/words/exposure-changes.ts';
import { podsFor } from '../../parts/release/warm-up.ts';
import type { Setup, World } from './world.ts';

const percent = (share: number): string => formatValue(share, 'share');
const { labels, nextVersion, touches: say, blindTo: blind } = exposureChanges;

/** A change as a button and a history call it. */
export function changeLabel({ setup }: World, change: Change): string {
  const { release, audience } = setup.params;
  switch (change.type) {
    case 'rollback':
      return labels.rollback(release.stable);
    case 'shift-traffic':
      return labels.shiftTraffic(percent(change.share), change.version);
    case 'set-ramp':
      return labels.setRamp(percent(change.share));
    case 'extend-sample':
      return labels.extendSample;
    case 'warm-pods':
      return labels.warmPods;
    case 'rerandomise':
      return labels.rerandomise;
    case 'move-guardrail':
      return labels.moveGuardrail(formatValue(change.threshold * 100, 'points'));
    case 'set-flag':
      return labels.setFlag(change.flag, change.on);
    case 'pause-experiment':
      return labels.pauseExperiment(change.experiment, change.ask);
    case 'retrain':
      return labels.retrain[change.data ?? 'all'];
    case 'ship-next':
      return labels.shipNext(release.next ?? nextVersion);
    case 'mute-alert':
      return labels.muteAlert(change.hours);
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
      touches.push(say.all(audience.unit, release.stable), ...(release.delayEurPerDay > 0 ? [say.comesBack(release.candidate, release.delayDays)] : []));
      blindTo = blind.version(release.candidate);
      break;
    case 'shift-traffic':
      touches.push(say.share(percent(change.share), audience.unit, change.version), say.bothCompared);
      break;
    case 'set-ramp':
      touches.push(say.share(percent(change.share), audience.unit, release.candidate), say.pods(podsFor(change.share, release.podShare)), say.anew);
      break;
    case 'extend-sample':
      touches.push(say.shareStays, say.ruleLooks, say.anew);
      break;
    case 'warm-pods':
      touches.push(say.replayed, say.anew);
      break;
    case 'rerandomise':
      touches.push(say.drawnAnew, say.anew);
      break;
    case 'move-guardrail':
      touches.push(say.amberBelow(formatValue(change.threshold * 100, 'points')));
      blindTo = blind.smallGaps;
      break;
    case 'set-flag':
      touches.push(say.client(audience.clients.at(-1)?.name ?? say.newestClient, change.on));
      break;
    case 'pause-experiment':
      touches.push(say.untreated(change.experiment), change.ask ? say.ownerAsked : say.sampleLost);
      if (change.ask) {
        from += audience.askSeconds;
        to += audience.askSeconds;
      }
      break;
    case 'retrain': {
      const made = release.retrained.find(({ data }) => data === (change.data ?? 'all'));
      const extra = made?.extraSeconds ?? 0;
      touches.push(say.newVersion(made?.promotes !== false), say.trainingRun(formatValue(successes.retrainEur, 'eur')));
      from += extra;
      to += extra;
      break;
    }
    case 'ship-next':
      touches.push(say.toEveryone(release.next ?? nextVersion));
      blindTo = blind.versionAlone(release.candidate);
      break;
    case 'mute-alert':
      touches.push(say.nobodyPaged);
      blindTo = blind.alert;
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
    undo: reversible ? changeWords.undo.always : changeWords.undo.beforeEffect,
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
