import { isChange, isLook, type Action, type MessageBlock } from '../../src/domain/action.ts';
import type { Menu, Observation } from '../../src/domain/observation.ts';
import { sameLook } from '../../src/domain/same-look.ts';
import type { Tick } from '../../src/domain/time.ts';
import { actionChoices } from '../../src/game/action-groups.ts';
import { shownTabs, tabOf } from '../../src/game/evidence-tabs.ts';
import { pacedMenu } from '../../src/game/paced.ts';
import type { Brief } from '../../src/scenario/brief.ts';

/** One thing to do on the play screen, in the words that stand there. */
export type Errand = { readonly tick: Tick } & (
  | { readonly do: 'wait'; readonly times: number }
  | { readonly do: 'acknowledge' | 'resolve' }
  | { readonly do: 'look'; readonly tab: string; readonly label: string }
  | { readonly do: 'change'; readonly group: string; readonly button: string; readonly form: string; readonly forms: number }
  | {
      readonly do: 'message';
      readonly to: string | null; // null where there is nobody else
      readonly blocks: readonly string[];
      readonly option: string | null;
      readonly cause: string | null;
    }
  | {
      readonly do: 'hypothesis';
      readonly cause: string;
      readonly status: string;
      readonly confidence: number | null;
      readonly evidence: readonly string[];
    }
  | {
      readonly do: 'claim';
      readonly slots: readonly (readonly [title: string, text: string])[];
      readonly confidence: number;
      readonly evidence: readonly string[];
    }
  | { readonly do: 'leave-alone'; readonly evidence: readonly string[] }
  | { readonly do: 'verify'; readonly metric: string }
);

const TABS: Readonly<Record<string, string>> = {
  metrics: 'Metrics',
  data: 'Data',
  segments: 'Segments',
  model: 'Model',
  experiment: 'A/B test',
  logs: 'Logs',
  traces: 'Traces',
  changes: 'Changes',
  calendar: 'Calendar',
  alerts: 'Alerts',
};

const BLOCKS: Readonly<Record<MessageBlock, string>> = {
  'users-see': 'What users see',
  impact: 'Impact so far',
  known: 'What is known',
  unknown: 'What is not known yet',
  'next-step': 'What comes next',
  'next-update': 'When the next update comes',
  options: 'The options, with what each costs',
};

const STATUSES = { open: 'Open', supported: 'Supported', weakened: 'Weakened', excluded: 'Excluded' } as const;

/** @throws where something has no words on the screen, so that a person could not find it */
function found<T>(what: string, value: T | undefined): T {
  if (value === undefined) throw new Error(`expected the screen to offer ${what}`);
  return value;
}

/** An action in the words of the screen at that moment. */
export function errandOf(action: Action, brief: Brief, observation: Observation, menu: Menu): Errand {
  const { tick } = observation;
  const titles = (ids: readonly string[]): string[] =>
    ids.map(
      (id) =>
        found(
          `the evidence ${id}`,
          observation.evidence.find((each) => each.id === id),
        ).title,
    );
  const cause = (id: string): string =>
    found(
      `the cause ${id}`,
      brief.causes.find((each) => each.id === id),
    ).text;
  if (isLook(action)) {
    const offer = found(
      JSON.stringify(action),
      menu.looks.find((each) => sameLook(each.look, action)),
    );
    const tab = found(
      `a tab for ${action.type}`,
      shownTabs(observation, menu).find((each) => each.holds.includes(tabOf(action))),
    ).id;
    return { do: 'look', tick, tab: TABS[tab] ?? tab, label: offer.label };
  }
  if (isChange(action)) {
    const same = JSON.stringify(action);
    for (const group of ['mitigate', 'fix'] as const) {
      for (const choice of actionChoices(menu, group)) {
        const form = choice.forms.find((each) => JSON.stringify(each.action) === same);
        if (form !== undefined) return { do: 'change', tick, group, button: choice.label, form: form.label, forms: choice.forms.length };
      }
    }
    throw new Error(`expected the screen to offer ${same}`);
  }
  switch (action.type) {
    case 'acknowledge':
    case 'resolve':
      return { do: action.type, tick };
    case 'message': {
      const asked = observation.conversation.findLast((line) => line.from === action.to && line.options.length > 0);
      const option =
        action.option === undefined
          ? null
          : found(
              action.option,
              asked?.options.find((each) => each.id === action.option),
            ).text;
      const to =
        menu.messageTo.length > 1
          ? found(
              action.to,
              menu.messageTo.find((each) => each.id === action.to),
            ).name
          : null;
      const blocks = action.blocks.map((block) => BLOCKS[block]);
      return { do: 'message', tick, to, blocks, option, cause: action.cause === undefined ? null : cause(action.cause) };
    }
    case 'hypothesis': {
      const confidence = action.status === 'excluded' ? null : action.confidence;
      const evidence = titles(action.evidence);
      return { do: 'hypothesis', tick, cause: cause(action.cause), status: STATUSES[action.status], confidence, evidence };
    }
    case 'claim-cause': {
      const text = (slot: 'changed' | 'enters' | 'missed'): string =>
        found(
          action[slot],
          brief.board[slot].find((each) => each.id === action[slot]),
        ).text;
      return {
        do: 'claim',
        tick,
        slots: [
          ['What changed', text('changed')],
          ['Where it enters', text('enters')],
          ['Why the gates missed it', text('missed')],
        ],
        confidence: action.confidence,
        evidence: titles(action.evidence),
      };
    }
    case 'leave-alone':
      return { do: 'leave-alone', tick, evidence: titles(action.evidence) };
    case 'verify':
      return {
        do: 'verify',
        tick,
        metric: found(
          action.metric,
          pacedMenu(menu, brief.tickSeconds).verifiable.find((each) => each.metric === action.metric),
        ).label,
      };
    default:
      throw new Error(`expected an action of the shift, got ${action.type}`);
  }
}
