import { useMemo, useState } from 'preact/hooks';
import type { DashboardId } from '../../domain/action.ts';
import type { Evidence } from '../../domain/evidence.ts';
import type { Observation } from '../../domain/observation.ts';
import type { ChartGroup, Mark } from '../../game/evidence-view.ts';
import type { Against } from '../../game/difference-healthy.ts';
import { differenceIn } from '../../game/difference.ts';
import { chartGroups, chartMarks, dashboardShelf } from '../../game/evidence-view.ts';
import { lookWords } from '../../game/words/looks.ts';
import { metricsWords } from '../../game/words/metrics.ts';
import { difficultyWords } from '../../game/words/difficulty.ts';
import { listed } from '../../game/words/format.ts';
import { Chart } from '../common/chart.tsx';
import { StatusMark } from '../common/status-mark.tsx';
import { dataOf } from '../evidence/series-data.ts';
import { ByColleague } from './by-colleague.tsx';
import { chartWindow } from './chart-window.ts';
import { useBrushed } from './use-brushed.ts';
import { DifferencePanel } from './difference-panel.tsx';
import { LookRow } from './look-button.tsx';
import { usePlay } from './play-ui.ts';
import { InspectFrom, UseAsEvidence } from './snapshot-head.tsx';
import { WindowRow } from './window-row.tsx';

const PAGER = 'pager';

/** Live dashboards, newest first, on one time window; the pager's own metric is free and always on top. */
export function MetricsTab() {
  const { state, ui, session } = usePlay();
  const { observation, menu } = state;
  const shelf = dashboardShelf(observation, menu);
  const range = chartWindow(session.brief.tickSeconds, observation.tick);
  const clock = { startClock: session.brief.startClock, tickSeconds: session.brief.tickSeconds };
  const marks = chartMarks(observation);
  const [against, setAgainst] = useState<Against>('latest');
  const chosen = ui.stretch.value;
  const difference = useMemo(
    () => (chosen === null ? null : differenceIn(observation, { from: chosen[0], to: chosen[1] }, against)),
    [chosen?.[0], chosen?.[1], against, observation.pager.ticks.length, observation.evidence.length], // anew with every scrape
  );
  const healthy = difference?.healthy ?? null;
  const { brushed, onPointerDown } = useBrushed(PAGER);
  const chart = (group: ChartGroup, shelf: string, height?: number) => {
    const data = dataOf(group);
    if (data === null) return null;
    const series = group.series.map(({ metric }) => metric.key).join('|');
    const place = shelf === PAGER ? PAGER : `${shelf} ${series}`; // a dashboard may show the pager's metric, too
    const asked = difference !== null && place === brushed;
    return (
      <div class={`charted ${asked ? 'brushed' : ''}`} key={group.title}>
        <div class="chart-slot" tabIndex={-1} data-series={series} onPointerDown={(event) => onPointerDown(place, event)}>
          <Chart
            data={data}
            clock={clock}
            range={range}
            marks={marks}
            group="play"
            crosshair={ui.crosshair}
            zoom={ui.zoom}
            stretch={ui.stretch}
            against={healthy === null ? null : [healthy.from, healthy.to]}
            asTable={ui.asTables.value}
            {...(height === undefined ? {} : { height })}
          />
        </div>
        {asked && <DifferencePanel difference={difference} range={ui.zoom.value ?? range} against={against} onAgainst={setAgainst} />}
      </div>
    );
  };
  return (
    <div class="metrics">
      <WindowRow range={range} clock={clock} />
      <div class="dashboard">
        <h3>
          {metricsWords.pager} <span class="small soft">{metricsWords.free}</span>
        </h3>
        {chart({ title: observation.pager.metric.title, series: [observation.pager] }, PAGER, 116)}
      </div>
      {shelf.opened.map((dashboard) => (
        <section class="dashboard" key={dashboard.id} aria-label={dashboard.title}>
          <header class="snapshot-head">
            <h3 tabIndex={-1} data-evidence={evidenceOf(observation, dashboard.id)?.id}>
              {dashboard.title}
              <ByColleague evidence={evidenceOf(observation, dashboard.id)} />
            </h3>
            <UseDashboard id={dashboard.id} />
          </header>
          {dashboard.silent !== undefined && <p class="small soft">{difficultyWords.silent(listed(dashboard.silent))}</p>}
          <div class={`charts ${ui.asTables.value ? 'as-tables' : ''}`}>
            {dashboard.panels.flatMap(chartGroups).map((group) => chart(group, dashboard.id))}
          </div>
        </section>
      ))}
      {marks.length > 0 && <MarkKey marks={marks} />}
      {shelf.closed.length > 0 && (
        <section aria-label={metricsWords.closedLabel} class="looks">
          <h3>
            <StatusMark state="unknown" label="" /> {metricsWords.closed} <span class="small soft">{metricsWords.staysLive}</span>
          </h3>
          {shelf.closed.map((offer) => (
            <LookRow key={offer.dashboard} offer={offer} says={lookWords.dashboards[offer.dashboard]} />
          ))}
        </section>
      )}
    </div>
  );
}

const evidenceOf = ({ evidence }: Observation, id: DashboardId): Evidence | undefined =>
  evidence.find(({ look }) => look.type === 'look-dashboard' && look.dashboard === id);

function UseDashboard({ id }: { readonly id: DashboardId }) {
  const { state } = usePlay();
  const evidence = evidenceOf(state.observation, id);
  if (evidence === undefined) return null;
  return (
    <div class="window-tools">
      <InspectFrom evidence={evidence} />
      <UseAsEvidence evidence={evidence} />
    </div>
  );
}

function MarkKey({ marks }: { readonly marks: readonly Mark[] }) {
  return (
    <ul class="mark-key small soft" aria-label={metricsWords.marks.title}>
      <li>
        <i class="mk deploy" /> {metricsWords.marks.deploy}
      </li>
      <li>
        <i class="mk config" /> {metricsWords.marks.config}
      </li>
      {marks.some((mark) => mark.kind === 'event') && (
        <li>
          <i class="mk event" /> {metricsWords.marks.event}
        </li>
      )}
      <li>
        <i class="mk page" /> {metricsWords.marks.page}
      </li>
      <li>
        <i class="mk you" /> {metricsWords.marks.you}
      </li>
    </ul>
  );
}
