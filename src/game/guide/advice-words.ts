import type { Action } from '../../domain/action.ts';
import { isChange, isLook } from '../../domain/action.ts';
import { formatValue } from '../../domain/metric.ts';
import type { Menu, Observation } from '../../domain/observation.ts';
import { sameLook } from '../../domain/same-look.ts';
import type { Advice, Shown } from '../../policy/advice.ts';
import type { Brief } from '../../scenario/brief.ts';

/** What a line of guidance is worked out from: what the player sees, and the advice that follows from it. */
export interface Scene {
  readonly brief: Brief;
  readonly observation: Observation;
  readonly menu: Menu;
  readonly advice: Advice;
  readonly clock: (tick: number) => string;
}

const lowerFirst = (text: string): string => text.replace(/^([A-Z])(?=[a-z])/, (letter) => letter.toLowerCase());
const listed = (texts: readonly string[]): string => texts.map((text) => `“${text}”`).join(', ');

/** A figure with its place: "E3: fetch p95 1.8 s, normal 38 ms". */
export function shownText({ evidence, reading }: Shown): string {
  const normal = reading.normal === undefined ? '' : `, normal ${formatValue(reading.normal, reading.unit)}`;
  return `${evidence}: ${lowerFirst(reading.label)} ${formatValue(reading.value, reading.unit)}${normal}`;
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
      return `Update to ${brief.stakeholders.find(({ id }) => id === action.to)?.name ?? action.to}`;
    case 'hypothesis':
      return `${action.status === 'excluded' ? 'Exclude' : 'Support'}: ${brief.causes.find(({ id }) => id === action.cause)?.text ?? action.cause}`;
    case 'claim-cause':
      return 'Claim the cause';
    case 'leave-alone':
      return 'Leave it alone';
    case 'verify':
      return 'Verify';
    case 'resolve':
      return 'Resolve';
    case 'acknowledge':
      return 'Acknowledge';
    default:
      return action.type;
  }
}

const MOST_SHOWN = 2;

/** Why an investigator takes this step: from the causes still open and the figures seen, nothing else. */
export function reasonFor({ observation, advice, clock, brief }: Scene): string {
  const { decision, open, leading, shown, awaits, back, effectTick } = advice;
  const proof = shown.slice(-MOST_SHOWN).map(shownText).join('; ');
  if ('wait' in decision) {
    if (effectTick !== null) return `The change shows at ${clock(effectTick)}. Until then nothing new can be known.`;
    return back ? 'The metric is back. It has to stay back before anybody says so.' : 'Nothing new can be asked. The next scrape decides.';
  }
  const { act } = decision;
  if (isLook(act)) {
    if (observation.evidence.length === 0) return 'First: who is hurt, and what does it cost?';
    if (leading !== null && open.length <= 1) return `Only “${leading}” is left. This shows it directly.`;
    if (act.type === 'look-dashboard' && act.dashboard === 'business') return 'Who is hurt, and what does it cost?';
    return open.length > 3
      ? `${open.length} causes still fit. This tells most of them apart for its time.`
      : `Still open: ${listed(open)}. This tells them apart.`;
  }
  if (isChange(act)) return leading === null ? 'This stops the harm.' : `“${leading}”, by ${proof}.`;
  switch (act.type) {
    case 'acknowledge':
      return 'So that everybody knows somebody is on it.';
    case 'message': {
      const from = brief.stakeholders.find(({ id }) => id === awaits)?.name;
      if (from !== undefined) return `${from} asked and waits. What users see, what it costs, what comes next, and when you write again.`;
      return 'People decide on what they hear. What users see, what it costs, what is known, what is next.';
    }
    case 'hypothesis': {
      const ids = act.evidence.join(', ');
      return act.status === 'excluded' ? `${ids} speak${act.evidence.length === 1 ? 's' : ''} against it.` : `${proof}.`;
    }
    case 'claim-cause':
      return proof === '' ? 'All others are excluded.' : `It is all that is left, and ${proof}.`;
    case 'leave-alone':
      return proof === '' ? 'No change would help.' : `No change would help: ${proof}.`;
    case 'verify':
      return 'It has held. A metric says so, not a feeling.';
    case 'resolve':
      return 'Verified, fixed, and everybody told.';
    default:
      return '';
  }
}
