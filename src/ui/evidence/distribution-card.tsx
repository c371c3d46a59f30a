import { useId } from 'preact/hooks';
import type { FeatureShape } from '../../domain/evidence.ts';
import { formatValue } from '../../domain/metric.ts';
import { psiBand } from '../../game/psi-band.ts';
import { distributionWords } from '../../game/words/distributions.ts';
import { Mono } from '../common/mono.tsx';
import { StatusMark } from '../common/status-mark.tsx';
import { binLabels, featureSentence, missingMoved, missingText, modeOf, namesAll, outline, psiText } from './distribution-shape.ts';

const LETTERS = 17; // of an axis label, side by side under the narrowest card

/** One feature: its values now over the outline of the reference, in the same bins. */
export function DistributionCard({ shape, asTable }: { readonly shape: FeatureShape; readonly asTable: boolean }) {
  const heading = useId();
  const band = psiBand(shape.psi);
  return (
    <figure class={`distribution ${band === 'moved' ? 'moved' : ''}`} aria-labelledby={heading}>
      <figcaption>
        <span class="feature-name" id={heading} title={shape.feature}>
          {shape.feature}
        </span>
        <span class="psi">
          {band === 'moved' && <StatusMark state="warn" label="" />}
          <span class="for-readers">{distributionWords.psi}</span>
          <Mono bold={band !== 'steady'}>{psiText(shape.psi)}</Mono>
        </span>
        <span class="small soft band">{distributionWords.bands[band]}</span>
        <span class="for-readers">{featureSentence(shape)}</span>
      </figcaption>
      {asTable ? <BinTable shape={shape} /> : <Histogram shape={shape} />}
      <p class={`small ${missingMoved(shape) ? 'missing-moved' : 'soft'}`}>
        {missingMoved(shape) && <StatusMark state="warn" label="" />}
        {missingText(shape)}
      </p>
      {shape.note !== '' && <p class="small soft">{shape.note}</p>}
    </figure>
  );
}

function Histogram({ shape }: { readonly shape: FeatureShape }) {
  const { bins, reference, current } = shape;
  const top = Math.max(...reference, ...current, 1e-9) * 1.06;
  const width = Math.max(1, bins.length);
  return (
    <div class="histogram" aria-hidden="true">
      <svg viewBox={`0 0 ${width} 1`} preserveAspectRatio="none">
        {current.map((share, i) => (
          <rect key={i} class="bar" x={i + 0.08} width={0.84} y={1 - share / top} height={share / top} />
        ))}
        {current.map((share, i) => share > 0 && <path key={i} class="bar-top" d={`M${i + 0.08} ${1 - share / top}h.84`} />)}
        <path class="was" d={outline(reference, top)} />
      </svg>
      <BinLabels shape={shape} />
    </div>
  );
}

function BinLabels({ shape }: { readonly shape: FeatureShape }) {
  if (namesAll(shape))
    return (
      <p class="bin-names">
        {shape.bins.map((bin, i) => (
          <span key={bin} class={i === modeOf(shape.current) ? 'loud' : ''}>
            {bin}
          </span>
        ))}
      </p>
    );
  return (
    <p class="bin-labels">
      {binLabels(shape, LETTERS).map((label) => (
        <span key={label.bin} class={label.loud ? 'loud' : ''} style={{ left: `${(label.middle * 100).toFixed(1)}%` }}>
          <Mono>{label.text}</Mono>
        </span>
      ))}
    </p>
  );
}

function BinTable({ shape }: { readonly shape: FeatureShape }) {
  return (
    <table class="bins">
      <caption class="for-readers">{distributionWords.bins.caption(shape.feature)}</caption>
      <thead>
        <tr>
          <th scope="col">{distributionWords.bins.value}</th>
          <th scope="col">{distributionWords.bins.before}</th>
          <th scope="col">{distributionWords.bins.now}</th>
        </tr>
      </thead>
      <tbody>
        {shape.bins.map((bin, i) => (
          <tr key={bin}>
            <th scope="row">{bin}</th>
            <td>
              <Mono>{formatValue(shape.reference[i] ?? 0, 'share')}</Mono>
            </td>
            <td>
              <Mono>{formatValue(shape.current[i] ?? 0, 'share')}</Mono>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
