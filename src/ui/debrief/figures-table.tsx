import { scoreWords } from '../../game/words/score.ts';

interface FiguresTableProps {
  readonly caption: string; // one sentence that sums the picture up
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** The sentence under a chart, and the chart's figures as a table behind "Show as table". */
export function FiguresTable({ caption, head, rows }: FiguresTableProps) {
  return (
    <div class="figures">
      <p class="small soft">{caption}</p>
      <details>
        <summary class="small">{scoreWords.table.show}</summary>
        <div class="scroll figures-box" tabIndex={0} role="region" aria-label={scoreWords.table.label}>
          <table class="figures-table">
            <thead>
              <tr>
                {head.map((cell) => (
                  <th scope="col" key={cell}>
                    {cell}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {rows.map((row, i) => (
                <tr key={i}>
                  {row.map((cell, column) =>
                    column === 0 ? (
                      <th scope="row" key={column}>
                        {cell}
                      </th>
                    ) : (
                      <td key={column}>{cell}</td>
                    ),
                  )}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </details>
    </div>
  );
}
