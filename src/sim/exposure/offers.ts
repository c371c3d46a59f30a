import type { Change, Look } from '../../domain/action.ts';
import { segmentLook } from '../../domain/words/look-segments.ts';
import { lookTitles } from '../../domain/words/looks.ts';
import { dimensionsOf } from '../../parts/audience/cells.ts';
import type { Setup, World } from './world.ts';

/** The changes that a release offers, with sensible values; the same in every variant. Those that the system has no delay for, it has not. */
export function offeredChanges({ setup, state }: World): Change[] {
  const { release, audience } = setup.params;
  const all: Change[] = [
    { type: 'rollback' },
    { type: 'set-ramp', share: 0.01 },
    { type: 'set-ramp', share: 0.5 },
    { type: 'extend-sample' },
    { type: 'warm-pods' },
    { type: 'rerandomise' },
    { type: 'move-guardrail', threshold: -0.02 },
    { type: 'shift-traffic', version: release.stable, share: 0.05 },
    ...(audience.clientFlag === null ? [] : [{ type: 'set-flag', flag: audience.clientFlag, on: state.parts.audience.clientOff } as const]),
    ...(audience.experiment === null
      ? []
      : [true, false].map((ask): Change => ({ type: 'pause-experiment', experiment: audience.experiment!, ask }))),
    ...release.retrained.map(({ data }): Change => ({ type: 'retrain', data })),
    ...(release.next === null ? [] : [{ type: 'ship-next' } as const]),
    { type: 'mute-alert', hours: 24 },
  ];
  return all.filter((change) => setup.system.delays[change.type] !== undefined);
}

const LOGGED = ['audience', 'release', 'successes'];

/** Looks beside dashboards, changes, alerts, calendar and messages, as far as the system has a time for them. */
export function offeredLooks({ system, params }: Setup): readonly { readonly look: Look; readonly label: string }[] {
  const { audience } = params;
  const dimensions = dimensionsOf(audience);
  const all: { look: Look; label: string }[] = [
    { look: { type: 'look-segments', by: 'all' }, label: lookTitles.difference },
    ...dimensions.map(({ id, title }) => ({
      look: { type: 'look-segments', by: id } as const,
      label: lookTitles.by(segmentLook.dimension(title)),
    })),
    { look: { type: 'look-experiment' }, label: lookTitles.experiment },
    { look: { type: 'look-evaluation' }, label: lookTitles.evaluationSet },
    { look: { type: 'look-registry' }, label: lookTitles.registry },
    ...audience.segments.map(({ id, name }) => ({
      look: { type: 'look-sample', of: id } as const,
      label: lookTitles.handCheck(name),
    })),
    ...system.stations
      .filter((station) => LOGGED.includes(station.part ?? ''))
      .map((station) => ({ look: { type: 'look-logs', station: station.id } as const, label: lookTitles.logs(station.name) })),
  ];
  return all.filter(({ look }) => system.looks[look.type] !== undefined);
}
