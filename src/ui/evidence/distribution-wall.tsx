import { useState } from 'preact/hooks';
import type { PicturedBody } from '../../game/evidence-view.ts';
import { psiBand } from '../../game/psi-band.ts';
import { distributionWords } from '../../game/words/distributions.ts';
import { formatValue } from '../../domain/metric.ts';
import { Button } from '../common/button.tsx';
import { Terms } from '../glossary/terms.tsx';
import { DistributionCard } from './distribution-card.tsx';
import { mostChanged, wallSentence } from './distribution-shape.ts';
import { TableSwitch } from './table-switch.tsx';

const AT_FIRST = 8; // cards, where no more than that have moved
const WORTH_FOLDING = 3; // cards, for which a button saves room

/** Every feature against its reference, most changed first; the steady rest is one press away. */
export function DistributionWall({
  body,
  label,
}: {
  readonly body: Extract<PicturedBody, { kind: 'distributions' }>;
  readonly label: string;
}) {
  const [asTable, setAsTable] = useState(false);
  const [all, setAll] = useState(false);
  if (body.features.length === 0) return <p class="soft">{distributionWords.none}</p>;
  const features = mostChanged(body.features);
  const moved = features.filter((shape) => psiBand(shape.psi) !== 'steady').length;
  const first = features.length - Math.max(AT_FIRST, moved) < WORTH_FOLDING ? features.length : Math.max(AT_FIRST, moved);
  const rest = features.length - first;
  return (
    <div class="distribution-wall">
      <p class="finding">
        <Terms text={wallSentence(features)} />
      </p>
      <div class="body-tools">
        <p class="wall-key small soft">
          <span class="key-was">{body.against}</span>
          <span class="key-now">{distributionWords.now(formatValue(body.rows, 'count'))}</span>
          <span>{distributionWords.threshold}</span>
        </p>
        <TableSwitch on={asTable} of={label} onToggle={() => setAsTable(!asTable)} />
      </div>
      <div class="wall">
        {features.slice(0, all ? features.length : first).map((shape) => (
          <DistributionCard key={shape.feature} shape={shape} asTable={asTable} />
        ))}
      </div>
      {rest > 0 && (
        <Button small expanded={all} onPress={() => setAll(!all)}>
          {all ? distributionWords.fewer : distributionWords.more(rest)}
        </Button>
      )}
    </div>
  );
}
