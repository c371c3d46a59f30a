import type { RunChoice } from '../../game/kept-runs.ts';
import { STRONG_SCORE } from '../../game/kept-runs.ts';
import type { KeptRun } from '../../game/saves.ts';

interface Props {
  readonly runs: readonly KeptRun[];
  readonly choice: RunChoice;
  readonly onChange: (choice: RunChoice) => void;
}

const RESULTS: readonly (readonly [RunChoice['result'], string])[] = [
  ['any', 'Any result'],
  ['strong', `${STRONG_SCORE} and more`],
  ['weak', `Under ${STRONG_SCORE}`],
  ['judged', 'Judged'],
  ['unjudged', 'Debrief not read'],
];
const DAYS: readonly (readonly [string, string])[] = [
  ['', 'Any day'],
  ['0', 'Today'],
  ['7', 'Last 7 days'],
  ['30', 'Last 30 days'],
];
const ORDERS: readonly (readonly [RunChoice['order'], string])[] = [
  ['newest', 'Newest first'],
  ['best', 'Best first'],
  ['drill', 'By drill'],
];

export function RunFilter({ runs, choice, onChange }: Props) {
  const drills = [...new Map(runs.map((run) => [run.scenario, run.title]))];
  const pick = (name: string, value: string, options: readonly (readonly [string, string])[], chosen: (value: string) => RunChoice) => (
    <label class="field">
      <span class="small soft">{name}</span>
      <select value={value} onChange={(event) => onChange(chosen(event.currentTarget.value))}>
        {options.map(([id, words]) => (
          <option key={id} value={id}>
            {words}
          </option>
        ))}
      </select>
    </label>
  );
  return (
    <div class="run-filter" role="group" aria-label="Which runs are listed">
      {pick('Drill', choice.drill ?? '', [['', 'Every drill'], ...drills], (drill) => ({ ...choice, drill: drill === '' ? null : drill }))}
      {pick('Result', choice.result, RESULTS, (result) => ({ ...choice, result: result as RunChoice['result'] }))}
      {pick('Played', choice.days === null ? '' : String(choice.days), DAYS, (days) => ({
        ...choice,
        days: days === '' ? null : Number(days),
      }))}
      {pick('Order', choice.order, ORDERS, (order) => ({ ...choice, order: order as RunChoice['order'] }))}
    </div>
  );
}
