import type { Action } from '../../domain/action.ts';
import { isChange, isLook } from '../../domain/action.ts';
import { lookInSentence } from '../../domain/looked-by.ts';
import { formatValue } from '../../domain/metric.ts';
import type { Menu, Observation } from '../../domain/observation.ts';
import { sameLook } from '../../domain/same-look.ts';
import type { Advice, Shown } from '../../policy/advice.ts';
import type { Brief } from '../../scenario/brief.ts';
import { adviceWords as words } from '../words/advice.ts';
import { listed } from '../words/format.ts';

/** What a line of guidance is worked out from: what the player sees, and the advice that follows from it. */
export interface Scene {
  readonly brief: Brief;
  readonly observation: Observation;
  readonly menu: Menu;
  readonly advice: Advice;
  readonly clock: (tick: number) => string;
}

const lowerFirst = (text: string): string => text.replace(/^([A-Z])(?=[a-z])/, (letter) => letter.toLowerCase());

/** A figure with its place, and whose look that was: "E3 (by the feature platform): fetch p95 1.8 s, normal 38 ms". */
function shownText({ evidence, reading }: Shown, nameOf: (id: string) => string): string {
  const label = lowerFirst(reading.label);
  const value = formatValue(reading.value, reading.unit);
  return reading.normal === undefined
    ? words.shown(nameOf(evidence), label, value)
    : words.shownBeside(nameOf(evidence), label, value, formatValue(reading.normal, reading.unit));
}

/** What an action is called where it is done. */
export function actionName(action: Action, { menu, brief }: Pick<Scene, 'menu' | 'brief'>): string {
  if (isLook(action)) return menu.looks.find((offer) => sameLook(offer.look, action))?.label ?? action.type;
  if (isChange(action)) {
    const found = menu.changes.find((preview) => JSON.stringify(preview.action) === JSON.stringify({ ...action, expect: undefined }));
    return found?.label ?? menu.changes.find((preview) => preview.action.type === action.type)?.label ?? action.type;
  }
  switch (action.type) {
    case 'message':
      return words.actions.message(brief.stakeholders.find(({ id }) => id === action.to)?.name ?? action.to);
    case 'hypothesis': {
      const cause = brief.causes.find(({ id }) => id === action.cause)?.text ?? action.cause;
      return action.status === 'excluded' ? words.actions.exclude(cause) : words.actions.support(cause);
    }
    case 'claim-cause':
      return words.actions.claim;
    case 'leave-alone':
      return words.actions.leaveAlone;
    case 'verify':
      return words.actions.verify;
    case 'resolve':
      return words.actions.resolve;
    case 'acknowledge':
      return words.actions.acknowledge;
    default:
      return action.type;
  }
}

const MOST_SHOWN = 2;
const SOME_NAMED = 2; // of many causes

/** Why an investigator takes this step: from the causes still open and the figures seen, nothing else. */
export function reasonFor({ observation, advice, clock, brief }: Scene): string {
  const { decision, open, leading, shown, awaits, back, effectTick } = advice;
  const { colleagues } = brief.system;
  const lookOf = (id: string) => observation.evidence.find((one) => one.id === id);
  const marked = (id: string): string => lookInSentence({ ...lookOf(id), title: id }, colleagues);
  const proof = shown
    .slice(-MOST_SHOWN)
    .map((each) => shownText(each, marked))
    .join('; ');
  if ('wait' in decision) {
    if (effectTick !== null) return words.showsAt(clock(effectTick));
    return back ? words.isBack : words.nothingNew;
  }
  const { act } = decision;
  const titleOf = (id: string): string => {
    const look = lookOf(id);
    return look === undefined ? id : lookInSentence(look, colleagues);
  };
  if (isLook(act)) {
    if (observation.evidence.length === 0) return words.firstHurt;
    if (leading !== null && open.length <= 1) return words.onlyLeft(leading);
    if (act.type === 'look-dashboard' && act.dashboard === 'business') return words.hurt;
    return open.length > 3
      ? words.manyFit(open.length, listed(open.slice(0, SOME_NAMED).map(words.quoted)))
      : words.open(open.map(words.quoted).join(', '));
  }
  if (isChange(act)) return leading === null ? words.stopsHarm : words.leading(leading, proof);
  switch (act.type) {
    case 'acknowledge':
      return words.acknowledge;
    case 'message': {
      const from = brief.stakeholders.find(({ id }) => id === awaits)?.name;
      if (from !== undefined) return words.asked(from);
      return words.message;
    }
    case 'hypothesis':
      return act.status === 'excluded' ? words.against(act.evidence.length, listed(act.evidence.map(titleOf))) : words.proof(proof);
    case 'claim-cause':
      return proof === '' ? words.allExcluded : words.leftWith(proof);
    case 'leave-alone':
      return proof === '' ? words.noChange : words.noChangeBy(proof);
    case 'verify':
      return words.held;
    case 'resolve':
      return words.over;
    default:
      return '';
  }
}
