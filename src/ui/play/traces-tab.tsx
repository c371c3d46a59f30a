import { useState } from 'preact/hooks';
import type { Evidence, Span } from '../../domain/evidence.ts';
import { formatValue } from '../../domain/metric.ts';
import { offers, snapshots } from '../../game/evidence-tabs.ts';
import { figure } from '../../game/words/format.ts';
import { tracesWords } from '../../game/words/traces.ts';
import { roundSplits } from '../common/chart-model.ts';
import { Mono } from '../common/mono.tsx';
import { LookRow } from './look-button.tsx';
import { usePlay } from './play-ui.ts';
import { SnapshotHead } from './snapshot-head.tsx';

export function TracesTab() {
  const { state } = usePlay();
  const read = snapshots(state.observation, 'traces');
  return (
    <div class="traces">
      {read.map((each) => (
        <TraceSnapshot key={each.id} evidence={each} />
      ))}
      <section class="looks" aria-label={tracesWords.title}>
        <h3>{read.length === 0 ? tracesWords.ask : tracesWords.another}</h3>
        {offers(state.menu, 'traces').map((offer) => (
          <LookRow key={JSON.stringify(offer.look)} offer={offer} words={tracesWords.follow} />
        ))}
      </section>
    </div>
  );
}

function TraceSnapshot({ evidence }: { readonly evidence: Evidence }) {
  const [compare, setCompare] = useState(false);
  if (evidence.body.kind !== 'trace') return null;
  const { spans, healthy, totalMs, finding, traceId } = evidence.body;
  return (
    <section class="snapshot" aria-label={evidence.title}>
      <SnapshotHead evidence={evidence} />
      <div class="trace-tools">
        <p>{tracesWords.took(<Mono class="soft">{traceId.slice(0, 8)}</Mono>, <Mono bold>{formatValue(totalMs, 'ms')}</Mono>)}</p>
        {healthy.length > 0 && (
          <label class="switch">
            <input type="checkbox" role="switch" checked={compare} onChange={() => setCompare(!compare)} />
            {tracesWords.compare}
          </label>
        )}
      </div>
      <Waterfall spans={spans} totalMs={totalMs} label={evidence.title} healthy={compare ? healthy : []} />
      <p class="small soft">{finding}</p>
    </section>
  );
}

const depthOf = (spans: readonly Span[], span: Span): number => {
  let depth = 0;
  for (let at = span.parent; at >= 0 && depth < 12; at = spans[at]?.parent ?? -1) depth += 1;
  return depth;
};

/** Spans of the healthy trace by name, in order, so that the third call is compared with the third. */
function healthyMs(healthy: readonly Span[], spans: readonly Span[], index: number): number | null {
  const name = spans[index]?.name;
  const nth = spans.slice(0, index).filter((span) => span.name === name).length;
  return healthy.filter((span) => span.name === name)[nth]?.durationMs ?? null;
}

interface WaterfallProps {
  readonly spans: readonly Span[];
  readonly totalMs: number;
  readonly label: string;
  readonly healthy: readonly Span[];
}

export function Waterfall({ spans, totalMs, label, healthy }: WaterfallProps) {
  const full = Math.max(totalMs, ...spans.map((span) => span.startMs + span.durationMs), 1);
  const percent = (ms: number): string => `${Math.max(0, Math.min(100, (ms / full) * 100))}%`;
  return (
    <table class="waterfall">
      <caption class="for-readers">{tracesWords.caption(label)}</caption>
      <thead>
        <tr>
          <th scope="col">
            <span class="for-readers">{tracesWords.span}</span>
          </th>
          <th scope="col" class="wf-axis">
            <span class="for-readers">{tracesWords.when}</span>
            <span aria-hidden="true">
              {roundSplits(0, full, 2)
                .filter((ms) => ms < full * 0.97)
                .map((ms) => (
                  <i key={ms} style={{ left: percent(ms) }}>
                    <Mono>{ms === 0 ? '0' : formatValue(ms, 'ms')}</Mono>
                  </i>
                ))}
            </span>
          </th>
          {healthy.length > 0 && <th scope="col">{tracesWords.healthy}</th>}
          <th scope="col">{tracesWords.ms}</th>
        </tr>
      </thead>
      <tbody>
        {spans.map((span, i) => {
          const usual = healthyMs(healthy, spans, i);
          return (
            <tr
              key={i}
              class={span.critical ? `critical ${depthOf(spans, span) > 1 ? 'deep' : ''} ${depthOf(spans, span) > 2 ? 'deeper' : ''}` : ''}
            >
              <th scope="row" style={{ paddingLeft: `${6 + depthOf(spans, span) * 10}px` }}>
                {span.name}
                {span.critical && <span class="for-readers">{tracesWords.critical}</span>}
              </th>
              <td class={span.note === undefined ? '' : 'noted'}>
                {span.note !== undefined && <span class="span-note small">{span.note}</span>}
                <span class="wf-bar" style={{ left: percent(span.startMs), width: percent(span.durationMs) }} aria-hidden="true" />
                {usual !== null && (
                  <span class="wf-usual" style={{ left: percent(span.startMs), width: percent(usual) }} aria-hidden="true" />
                )}
                <span class="for-readers">{tracesWords.from(Math.round(span.startMs))}</span>
              </td>
              {healthy.length > 0 && (
                <td class="wf-ms soft">
                  <Mono>{usual === null ? '–' : figure(usual)}</Mono>
                </td>
              )}
              <td class="wf-ms">
                <Mono>{figure(span.durationMs)}</Mono>
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
