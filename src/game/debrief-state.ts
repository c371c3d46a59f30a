import { debriefWords } from './words/debrief.ts';

/**
 * Where a player is in the debrief, and what they have said so far. The order is fixed: own judgement, two questions, and only
 * then a verdict; `mayShowVerdict` is the one gate that every screen and every request for a verdict goes through.
 */
export const DEBRIEF_STEPS = ['view', 'questions', 'score', 'prevention', 'take-away'] as const;
export type DebriefStep = (typeof DEBRIEF_STEPS)[number];

export const FEELINGS = ['calm', 'in control', 'rushed', 'lost'] as const;
export type Feeling = (typeof FEELINGS)[number];

export type Tag = 'good' | 'hard';
export const TAG_LIMIT = 3;

export interface Answer {
  readonly choice: string | null;
  readonly words: string;
}

export interface DebriefState {
  readonly step: DebriefStep;
  readonly reached: number; // index of the furthest step
  readonly tags: Readonly<Record<string, Tag>>; // by moment id
  readonly feeling: Feeling | null;
  readonly answers: readonly [Answer, Answer];
  readonly picks: readonly string[]; // as ticked, before they are played
  readonly review: Readonly<Record<string, 'person' | 'condition'>>;
  readonly takeAway: string;
}

export type DebriefEvent =
  | { readonly type: 'tag'; readonly moment: string; readonly tag: Tag }
  | { readonly type: 'feel'; readonly feeling: Feeling }
  | { readonly type: 'answer'; readonly question: 0 | 1; readonly answer: Partial<Answer> }
  | { readonly type: 'picks'; readonly picks: readonly string[] }
  | { readonly type: 'review'; readonly pair: string; readonly statement: 'person' | 'condition' }
  | { readonly type: 'take-away'; readonly text: string }
  | { readonly type: 'go'; readonly step: DebriefStep };

export const TAKE_AWAY_LIMIT = 280;
const ANSWER_LIMIT = 400;

export const emptyDebrief: DebriefState = {
  step: 'view',
  reached: 0,
  tags: {},
  feeling: null,
  answers: [
    { choice: null, words: '' },
    { choice: null, words: '' },
  ],
  picks: [],
  review: {},
  takeAway: '',
};

const count = (state: DebriefState, tag: Tag): number => Object.values(state.tags).filter((t) => t === tag).length;

/** How many more moments may carry this tag. */
export const tagsLeft = (state: DebriefState, tag: Tag): number => TAG_LIMIT - count(state, tag);

/** Why a step cannot be left towards the next one yet, as a sentence; null when it can. */
export function missingFor(state: DebriefState, step: DebriefStep): string | null {
  const at = DEBRIEF_STEPS.indexOf(step);
  if (at >= 1 && Object.keys(state.tags).length === 0) return debriefWords.tagFirst;
  if (at >= 2 && state.answers.some((answer) => answer.choice === null && answer.words.trim() === '')) return debriefWords.answerFirst;
  return null;
}

/** Whether anything that judges the run may be asked for or shown. */
export const mayShowVerdict = (state: DebriefState): boolean => state.reached >= DEBRIEF_STEPS.indexOf('score');

/** The next state; an event that is not allowed leaves the state as it was. */
export function debriefNext(state: DebriefState, event: DebriefEvent): DebriefState {
  switch (event.type) {
    case 'tag': {
      const { [event.moment]: held, ...others } = state.tags;
      if (held === event.tag) return { ...state, tags: others };
      if (tagsLeft(state, event.tag) === 0) return state;
      return { ...state, tags: { ...others, [event.moment]: event.tag } };
    }
    case 'feel':
      return { ...state, feeling: state.feeling === event.feeling ? null : event.feeling };
    case 'answer': {
      const changed = { ...state.answers[event.question], ...event.answer };
      const bounded = { choice: changed.choice, words: changed.words.slice(0, ANSWER_LIMIT) };
      return { ...state, answers: event.question === 0 ? [bounded, state.answers[1]] : [state.answers[0], bounded] };
    }
    case 'picks':
      return { ...state, picks: event.picks };
    case 'review':
      return { ...state, review: { ...state.review, [event.pair]: event.statement } };
    case 'take-away':
      return { ...state, takeAway: event.text.slice(0, TAKE_AWAY_LIMIT) };
    case 'go': {
      const at = DEBRIEF_STEPS.indexOf(event.step);
      if (missingFor(state, event.step) !== null || at > state.reached + 1) return state;
      return { ...state, step: event.step, reached: Math.max(state.reached, at) };
    }
  }
}

const record = (value: unknown): Record<string, unknown> | null =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Record<string, unknown>) : null;

/** A kept state read back; whatever in it is not of the expected form is left out, so that an old or foreign draft never breaks the screen. */
export function restoreDebrief(kept: unknown, momentIds: ReadonlySet<string>): DebriefState {
  const raw = record(kept);
  if (raw === null) return emptyDebrief;
  let state = emptyDebrief;
  for (const [moment, tag] of Object.entries(record(raw['tags']) ?? {}))
    if ((tag === 'good' || tag === 'hard') && momentIds.has(moment)) state = debriefNext(state, { type: 'tag', moment, tag });
  const feeling = FEELINGS.find((f) => f === raw['feeling']);
  if (feeling !== undefined) state = { ...state, feeling };
  const answers = Array.isArray(raw['answers']) ? raw['answers'] : [];
  for (const question of [0, 1] as const) {
    const answer = record(answers[question]);
    if (answer === null) continue;
    state = debriefNext(state, {
      type: 'answer',
      question,
      answer: {
        choice: typeof answer['choice'] === 'string' ? answer['choice'] : null,
        words: typeof answer['words'] === 'string' ? answer['words'] : '',
      },
    });
  }
  if (Array.isArray(raw['picks']))
    state = { ...state, picks: raw['picks'].filter((pick): pick is string => typeof pick === 'string').slice(0, 3) };
  for (const [pair, statement] of Object.entries(record(raw['review']) ?? {}))
    if (statement === 'person' || statement === 'condition') state = debriefNext(state, { type: 'review', pair, statement });
  if (typeof raw['takeAway'] === 'string') state = debriefNext(state, { type: 'take-away', text: raw['takeAway'] });
  const reached = typeof raw['reached'] === 'number' ? raw['reached'] : 0;
  for (const step of DEBRIEF_STEPS.slice(1, reached + 1)) state = debriefNext(state, { type: 'go', step });
  const step = DEBRIEF_STEPS.find((s) => s === raw['step']);
  return step === undefined ? state : debriefNext(state, { type: 'go', step });
}
