/** Headings that commands stand under, in the order they are listed in. */
export const COMMAND_GROUPS = ['Look', 'Mitigate', 'Fix', 'Tell', 'Prove', 'Board', 'Time', 'Show', 'Go', 'Settings', 'Terms'] as const;
export type CommandGroup = (typeof COMMAND_GROUPS)[number];

/** One thing that can be asked for by its words, by a key or by a press: all three name the same command. */
export interface Command {
  readonly id: string; // "look/dashboard/service", "time/pause"; keys are bound to it
  readonly words: string;
  readonly group: CommandGroup;
  readonly also: string; // further words that find it, not shown
  readonly cost: string; // what it takes, in short words; "" for nothing
  readonly refusal: string | null; // why it cannot be done now
}

type Extras = Partial<Pick<Command, 'also' | 'cost' | 'refusal'>>;

export const command = (id: string, group: CommandGroup, words: string, extras: Extras = {}): Command => ({
  id,
  group,
  words,
  also: extras.also ?? '',
  cost: extras.cost ?? '',
  refusal: extras.refusal ?? null,
});
