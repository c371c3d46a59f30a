import type { Cell, TableColumn } from '../../domain/evidence.ts';
import { formatValue } from '../../domain/metric.ts';
import type { PicturedBody } from '../../game/evidence-view.ts';
import { bodyWords } from '../../game/words/evidence-body.ts';
import { Mono } from '../common/mono.tsx';
import { StatusMark } from '../common/status-mark.tsx';
import { Terms } from '../glossary/terms.tsx';
import { ScrollBox } from './scroll-box.tsx';

type Table = Extract<PicturedBody, { kind: 'table' }>;

const isNumber = (cell: Cell | undefined): cell is number => typeof cell === 'number' && Number.isFinite(cell);

const AMOUNTS: ReadonlySet<TableColumn['unit']> = new Set([
  'share',
  'count',
  'perSecond',
  'eur',
  'eurPerMinute',
  'eurPerHour',
  'eurPerDay',
]); // have a zero to start from

/** The largest value of a column whose cells can be told apart by the length of a bar; 0 where bars would say nothing. */
export function barScale(rows: Table['rows'], column: TableColumn, index: number): number {
  if (!AMOUNTS.has(column.unit)) return 0;
  const values = rows.map((row) => row.cells[index]).filter(isNumber);
  const least = Math.min(...values);
  return values.length < 2 || least < 0 ? 0 : Math.max(...values);
}

function CellView({ cell, column, most }: { readonly cell: Cell; readonly column: TableColumn; readonly most: number }) {
  if (cell === null)
    return (
      <td class="soft nothing">
        <span aria-hidden="true">–</span>
        <span class="for-readers">{bodyWords.none}</span>
      </td>
    );
  if (typeof cell === 'string') return <td class={column.unit === 'text' ? 'words' : 'number'}>{cell}</td>;
  const fill = most > 0 && isNumber(cell) ? `${((cell / most) * 100).toFixed(1)}%` : null;
  return (
    <td class={`number ${fill === null ? '' : 'barred'}`} style={fill === null ? {} : { '--fill': fill }}>
      <Mono>{column.unit === 'text' ? String(cell) : formatValue(cell, column.unit)}</Mono>
    </td>
  );
}

/** Rows side by side; those that stand out carry a sign and come with the sentence above. */
export function TableBody({ body, label }: { readonly body: Table; readonly label: string }) {
  const { columns, rows, finding } = body;
  const widest = Math.max(0, ...rows.map((row) => row.cells.length));
  const named = columns.length > widest; // the first column is then the title of the rows' labels
  const heads = named ? columns.slice(1) : columns;
  const scales = heads.map((column, i) => barScale(rows, column, i));
  return (
    <div class="table-body">
      {finding !== '' && (
        <p class="finding">
          <Terms text={finding} />
        </p>
      )}
      <ScrollBox label={bodyWords.rowsOf(label)}>
        <table class="figures">
          <caption class="for-readers">{label}</caption>
          <thead>
            <tr>
              {named ? <th scope="col">{columns[0]?.title}</th> : <td />}
              {heads.map((column) => (
                <th scope="col" key={column.title} class={column.unit === 'text' ? 'words' : 'number'}>
                  {column.title}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.label} class={row.marked ? 'marked' : ''}>
                <th scope="row">
                  <span class="row-name">
                    {row.marked && <StatusMark state="warn" label={bodyWords.standsOut} />}
                    {row.label}
                  </span>
                </th>
                {heads.map((column, i) => (
                  <CellView key={column.title} cell={row.cells[i] ?? null} column={column} most={scales[i] ?? 0} />
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollBox>
    </div>
  );
}
