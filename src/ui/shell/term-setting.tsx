interface Choice<V> {
  readonly value: V;
  readonly title: string;
  readonly says: string;
}

interface Props<V> {
  readonly name: string; // of the group of radio buttons
  readonly title: string;
  readonly chosen: V;
  readonly choices: readonly Choice<V>[];
  readonly onChoose: (value: V) => void;
}

/** One axis of the difficulty: its choices in a row, and what the chosen one does. */
export function TermSetting<V extends string | number>({ name, title, chosen, choices, onChoose }: Props<V>) {
  return (
    <fieldset class="setting">
      <legend>{title}</legend>
      <div class="choices">
        {choices.map((choice) => (
          <label key={choice.value} class="chip" title={choice.says}>
            <input type="radio" name={name} checked={choice.value === chosen} onChange={() => onChoose(choice.value)} />
            {choice.title}
          </label>
        ))}
      </div>
      <p class="small soft">{choices.find(({ value }) => value === chosen)?.says}</p>
    </fieldset>
  );
}
