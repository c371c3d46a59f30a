import type { TableRow } from '../../domain/evidence.ts';
import { registryLook as words } from '../../domain/words/look-registry.ts';
import { lookTitles } from '../../domain/words/looks.ts';
import type { LookContent } from '../plant.ts';
import type { World } from './world.ts';

/** Versions, what each is used as, and what their cards say. */
export function lookRegistry(world: World): LookContent {
  const { system, params } = world.setup;
  const { candidate, share, coming } = world.state.parts.release;
  const made = new Set(params.release.retrained.map(({ version }) => version));
  const versions = system.versions.filter(({ id }) => !made.has(id) || id === candidate);
  const { uses, columns } = words;
  const roleOf = (id: string): string =>
    id === candidate && share > 0 ? uses.serves : id === params.release.stable ? (share < 1 ? uses.serves : uses.warm) : id === coming ? uses.training : uses.registered;
  const rows = versions.map(({ id, says }): TableRow => ({
    label: id,
    cells: [roleOf(id), id === candidate ? share : id === params.release.stable ? 1 - share : 0, says],
    marked: id === candidate,
  }));
  return {
    title: lookTitles.registry,
    readings: [
      { key: 'registry.candidate_share', label: words.servedBy(candidate), value: share, unit: 'share' },
      { key: 'registry.versions', label: words.versions, value: versions.length, unit: 'count' },
    ],
    body: {
      kind: 'table',
      columns: [
        { title: columns.usedAs, unit: 'text' },
        { title: columns.serves, unit: 'share' },
        { title: columns.card, unit: 'text' },
      ],
      rows,
      finding: params.release.gate.on ? words.gatePassed : '',
    },
  };
} // prettier-ignore
