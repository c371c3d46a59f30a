import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useState } from 'preact/hooks';
import type { ActionChoice } from '../../game/action-groups.ts';
import { actionChoices } from '../../game/action-groups.ts';
import type { Change } from '../../domain/action.ts';
import { Button } from '../common/button.tsx';
import type { IconName } from '../common/icon.tsx';
import { rove } from '../common/roving.ts';
import { takeBackOf } from '../../game/take-back.ts';
import { actionsWords } from '../../game/words/actions.ts';
import { boundKey } from '../shell/command-center.ts';
import { ActionCard } from './action-card.tsx';
import { useOneRow } from './one-row.ts';
import { anchorOf } from './play-deeds.ts';
import { refusalSentence, usePlay } from './play-ui.ts';

const ICONS: Readonly<Record<Change['type'], IconName>> = {
  rollback: 'back',
  'shift-traffic': 'shift',
  scale: 'scale',
  restart: 'restart',
  'set-breaker': 'breaker',
  'serve-cached': 'cached',
  'set-timeout': 'timeout',
  'set-retries': 'retries',
  shed: 'shed',
  'repoint-champion': 'flag',
  'rebalance-partition': 'rebalance',
  'raise-max-replicas': 'ceiling',
  'add-fallback': 'branch',
  retrain: 'retrain',
  'hold-promotion': 'stop',
  'pin-snapshot': 'pin',
  'fix-mapping': 'adapter',
  'rerun-job': 'restart',
  'set-gate': 'gate',
  'drop-feature': 'drop',
  'repair-feed': 'repair',
  'set-cutoff': 'cutoff',
  'cap-overrides': 'ceiling',
  'pause-decisions': 'pause',
  'add-rule': 'rule',
  'staff-queue': 'people',
  'mute-alert': 'mute',
  'use-fallback-model': 'branch',
  'revert-config': 'back',
  'set-flag': 'toggle',
  'pause-experiment': 'experiment',
  'set-ramp': 'ramp',
  'extend-sample': 'hourglass',
  'warm-pods': 'warm',
  rerandomise: 'shuffle',
  'move-guardrail': 'rail',
  'ship-next': 'ship',
};

/** A row that scrolls sideways shows the whole of what the keyboard has come to; a press does not move what it is on. */
function showWhole({ target }: FocusEvent): void {
  if (target instanceof HTMLElement && target.matches(':focus-visible')) target.scrollIntoView({ block: 'nearest', inline: 'nearest' });
}

const EDGE_PX = 60; // less of a group than that is not looked at
const GROUPS = ['mitigate', 'fix', 'tell', 'prove'] as const; // in this order wherever they stand in one row

/** Where all groups stand in one long row, one of them is brought into view. */
function showGroup(name: string): void {
  document.querySelector(`.action-bar [data-group='${name}']`)?.scrollIntoView({ block: 'nearest', inline: 'start' });
}

/** The group whose buttons the row begins with as it is scrolled. */
function groupInView(row: HTMLElement): string {
  const left = row.getBoundingClientRect().left;
  const groups = [...row.querySelectorAll<HTMLElement>('[data-group]')];
  return groups.find((group) => group.getBoundingClientRect().right > left + EDGE_PX)?.dataset['group'] ?? GROUPS[0];
}

/** Everything that can be done, in four groups. Wrong moves look the same as right ones. @param beside what stands before them, at hand in every view */
export function ActionBar({ beside }: { readonly beside?: ComponentChildren }) {
  const { state, ui, act } = usePlay();
  const { menu } = state;
  const { ref, oneRow } = useOneRow();
  const [inView, setInView] = useState<string>(GROUPS[0]);
  const open = (choice: ActionChoice, event: MouseEvent): void => {
    ui.form.value = Math.max(
      0,
      choice.forms.findIndex((form) => form.refusal === null),
    );
    ui.dialog.value = { kind: 'preview', choice, anchor: anchorOf(event.currentTarget as Element) };
  };
  const lookAt = (target: EventTarget | null, only = '*'): void => {
    const button = target instanceof Element ? target.closest(`[data-choice]${only === '*' ? '' : only}`) : null;
    const key = button?.getAttribute('data-choice');
    const choice = [...actionChoices(menu, 'mitigate'), ...actionChoices(menu, 'fix')].find((each) => each.key === key);
    const anchor = anchorOf(button);
    if (choice?.key !== ui.looked.value?.choice.key) ui.looked.value = choice === undefined || anchor === null ? null : { choice, anchor };
  };
  const refused = ui.refused.value;
  useLayoutEffect(() => {
    if (refused !== null) ui.looked.value = null; // the card would lie over the reason
  }, [refused]); // before it is painted
  const shown = ui.dialog.value;
  const chosen = shown?.kind === 'preview' ? shown.choice.key : null;
  const takeBack = takeBackOf(state.log, state.observation, menu);
  const group = (name: 'mitigate' | 'fix', choices: readonly ActionChoice[]) => (
    <div class="action-group" role="group" aria-label={actionsWords[name]} data-group={name} tabIndex={-1}>
      <span class="group-name small" aria-hidden="true">
        {actionsWords[name]}
      </span>
      {choices.map((choice) => (
        <Button
          key={choice.key}
          icon={ICONS[choice.type]}
          choice={choice.key}
          popup="dialog"
          class={chosen === choice.key ? 'chosen' : ''}
          refusal={choice.forms.every((form) => form.refusal !== null) ? (choice.forms[0]?.refusal ?? null) : null}
          onRefused={(reason) => (ui.refused.value = refusalSentence(reason))}
          onPress={(event) => open(choice, event)}
        >
          {choice.label}
        </Button>
      ))}
    </div>
  );
  return (
    <section class="action-bar" data-region aria-label={actionsWords.title} tabIndex={-1}>
      <label class="field action-jump">
        <span class="for-readers">{actionsWords.jump}</span>
        <select value={inView} onChange={({ currentTarget }) => showGroup(currentTarget.value)}>
          {GROUPS.map((name) => (
            <option key={name} value={name}>
              {actionsWords[name]}
            </option>
          ))}
        </select>
      </label>
      {beside}
      <div
        ref={ref}
        class={`action-scroll ${oneRow ? 'one-row' : ''}`}
        onScroll={({ currentTarget }) => setInView(groupInView(currentTarget))}
        onKeyDown={(event) => rove(event, 'button', 'row')}
        onFocusCapture={(event) => {
          showWhole(event);
          const cameBack = event.relatedTarget instanceof Element && event.relatedTarget.closest('dialog') !== null;
          if (!cameBack) lookAt(event.target, ':focus-visible'); // what was decided is followed under the map, which the card would hide
        }}
        onBlurCapture={() => lookAt(null)}
        onPointerOver={(event) => lookAt(event.pointerType === 'mouse' ? event.target : null)}
        onPointerLeave={() => lookAt(null)}
      >
        {group('mitigate', actionChoices(menu, 'mitigate'))}
        {group('fix', actionChoices(menu, 'fix'))}
        <div class="action-group" role="group" aria-label={actionsWords.tell} data-group="tell">
          <span class="group-name small" aria-hidden="true">
            {actionsWords.tell}
          </span>
          <Button icon="message" keys={boundKey('tell/message')} popup="dialog" onPress={() => (ui.dialog.value = { kind: 'message' })}>
            {actionsWords.post}
          </Button>
          {menu.colleagues.length > 0 && (
            <Button
              icon="people"
              keys={boundKey('tell/colleagues')}
              popup="dialog"
              onPress={() => (ui.dialog.value = { kind: 'colleagues' })}
            >
              {actionsWords.colleagues}
            </Button>
          )}
        </div>
        <div class="action-group" role="group" aria-label={actionsWords.prove} data-group="prove">
          <span class="group-name small" aria-hidden="true">
            {actionsWords.prove}
          </span>
          <Button icon="check" keys={boundKey('prove/verify')} popup="dialog" onPress={() => (ui.dialog.value = { kind: 'verify' })}>
            {actionsWords.verify}
          </Button>
          <Button icon="leave" popup="dialog" onPress={() => (ui.dialog.value = { kind: 'leave-alone' })}>
            {actionsWords.leaveAlone}
          </Button>
          <Button icon="flagged" popup="dialog" onPress={() => (ui.dialog.value = { kind: 'resolve' })}>
            {actionsWords.resolve}
          </Button>
          <Button
            icon="undo"
            kind="quiet"
            keys={boundKey('prove/take-back')}
            refusal={takeBack.refusal}
            onRefused={(reason) => (ui.refused.value = refusalSentence(reason))}
            onPress={() => act({ type: 'take-back' })}
          >
            {actionsWords.takeBack}
          </Button>
        </div>
      </div>
      <ActionCard />
    </section>
  );
}
