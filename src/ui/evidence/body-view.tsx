import './bodies.css';
import type { PicturedBody } from '../../game/evidence-view.ts';
import { CalendarBody } from './calendar-body.tsx';
import { DistributionWall } from './distribution-wall.tsx';
import { IntervalPlot } from './interval-plot.tsx';
import { LineageGraph } from './lineage-graph.tsx';
import { MessageList } from './message-list.tsx';
import type { ReadAt } from './read-at.ts';
import { TableBody } from './table-body.tsx';

interface Props {
  readonly body: PicturedBody;
  readonly label: string; // the title of the evidence, for those who hear it
  readonly at: ReadAt;
}

/** What a look returned, drawn. Stations are named, not numbered, by then. */
export function BodyView({ body, label, at }: Props) {
  switch (body.kind) {
    case 'table':
      return <TableBody body={body} label={label} />;
    case 'distributions':
      return <DistributionWall body={body} label={label} />;
    case 'lineage':
      return <LineageGraph body={body} label={label} />;
    case 'intervals':
      return <IntervalPlot body={body} label={label} />;
    case 'calendar':
      return <CalendarBody body={body} label={label} at={at} />;
    case 'messages':
      return <MessageList entries={body.entries} label={label} at={at} />;
  }
}
