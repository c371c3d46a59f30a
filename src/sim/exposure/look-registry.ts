import type { TableRow } from '../../domain/evidence.ts';
import type { LookContent } from '../plant.ts';
import type { World } from './world.ts';

/** Versions, what each is used as, and what their cards say. */
export function lookRegistry(world: World): LookContent {
  const { system, params } = world.setup;
  const { candidate, share, coming } = world.state.parts.release;
  const made = new Set(params.release.retrained.map(({ version }) => version));
  const versions = system.versions.filter(({ id }) => !made.has(id) || id === candidate);
  const roleOf = (id: string): string =>
    id === candidate && share > 0 ? 'serves' : id === params.release.stable ? (share < 1 ? 'serves' : 'kept warm') : id === coming ? 'in training' : 'registered';
  const rows = versions.map(({ id, says }): TableRow => ({
    label: id,
    cells: [roleOf(id), id === candidate ? share : id === params.release.stable ? 1 - share : 0, says],
    marked: id === candidate,
  }));
  return {
    title: 'Registry and model cards',
    readings: [
      { key: 'registry.candidate_share', label: `Share served by ${candidate}`, value: share, unit: 'share' },
      { key: 'registry.versions', label: 'Versions', value: versions.length, unit: 'count' },
    ],
    body: {
      kind: 'table',
      columns: [
        { title: 'Used as', unit: 'text' },
        { title: 'Serves', unit: 'share' },
        { title: 'Card', unit: 'text' },
      ],
      rows,
      finding: params.release.gate.on ? 'The evaluation gate was passed before release.' : '',
    },
  };
} // prettier-ignore
