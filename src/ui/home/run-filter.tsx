import type { RunChoice } from '../../game/kept-runs.ts';
import { STRONG_SCORE } from '../../game/kept-runs.ts';
import type { KeptRun } from '../../game/saves.ts';
import { runsWords } from '../../game/words/runs.ts';

const words = runsWords.filter;

interface Props {
  readonly runs: readonly KeptRun[];
  readonly choice: RunChoice;
  readonly onChange: (choice: RunChoice) => void;
}

const RESULTS: readonly (readonly [RunChoice['result'], string])[] = [
  ['any', words.results.any],
  ['strong', words.results.strong(STRONG_SCORE)],
  ['weak', words.results.weak(STRONG_SCORE)],
  ['judged', words.results.judged],
  ['unjudged', words.results.unjudged],
];
const DAYS: readonly (readonly [string, string])[] = [
  ['', words.anyDay],
  ['0', words.today],
  ['7', words.lastDays(7)],
  ['30', words.lastDays(30)],
];
const ORDERS: readonly (readonly [RunChoice['order'], string])[] = [
  ['newest', words.orders.newest],
  ['best', words.orders.best],
  ['drill', words.orders.drill],
];

export function RunFilter({ runs, choice, onChange }: Props) {
  const drills = [...new Map(runs.map((run) => [run.scenario, run.title]))];
  const pick = (name: string, value: string, options: readonly (readonly [string, string])[], chosen: (value: string) => RunChoice) => (
    <label class="field">
      <span class="small soft">{name}</span>
      <select value={value} onChange={(event) => onChange(chosen(event.currentTarget.value))}>
        {options.map(([id, text]) => (
          <option key={id} value={id}>
            {text}
          </option>
        ))}
      </select>
    </label>
  );
  return (
    <div class="run-filter" role="group" aria-label={words.title}>
      {pick(words.drill, choice.drill ?? '', [['', words.everyDrill], ...drills], (drill) => ({
        ...choice,
        drill: drill === '' ? null : drill,
      }))}
      {pick(words.result, choice.result, RESULTS, (result) => ({ ...choice, result: result as RunChoice['result'] }))}
      {pick(words.played, choice.days === null ? '' : String(choice.days), DAYS, (days) => ({
        ...choice,
        days: days === '' ? null : Number(days),
      }))}
      {pick(words.order, choice.order, ORDERS, (order) => ({ ...choice, order: order as RunChoice['order'] }))}
    </div>
  );
}
