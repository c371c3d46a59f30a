import type { ChangeEntry, EvidenceBody, Reading } from '../domain/evidence.ts';
import type { World } from './world.ts';

/** Everything that was changed before now: the variant's history, what happened since, what the player did. Oldest first. */
export function knownChanges(world: World): ChangeEntry[] {
  const { setup, state, ledger } = world;
  return [...setup.variant.history.filter((entry) => entry.tick <= state.tick), ...ledger.happened].sort((a, b) => a.tick - b.tick);
}

export function changesBody(world: World): { title: string; readings: Reading[]; body: EvidenceBody } {
  const entries = knownChanges(world);
  const { tick } = world.state;
  const tickSeconds = world.setup.scenario.brief.tickSeconds;
  const recent = (kind: ChangeEntry['kind']): ChangeEntry[] =>
    entries.filter((entry) => entry.kind === kind && (tick - entry.tick) * tickSeconds <= 3600);
  const deploys = entries.filter((entry) => entry.kind === 'model-deploy');
  const latest = deploys[deploys.length - 1];
  const readings: Reading[] = [
    { key: 'changes.model_deploy.count', label: 'Model deploys in the last hour', value: recent('model-deploy').length, unit: 'count' },
    { key: 'changes.config.count', label: 'Config changes in the last hour', value: recent('config').length, unit: 'count' },
  ];
  if (latest !== undefined)
    readings.push({
      key: 'changes.model_deploy.minutes_ago',
      label: 'Minutes since the last model deploy',
      value: Math.round(((tick - latest.tick) * tickSeconds) / 60),
      unit: 'count',
    });
  return { title: 'Change history', readings, body: { kind: 'changes', entries } };
}
