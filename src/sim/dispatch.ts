import { isChange, isLook, type Action, type Change, type Outcome } from '../domain/action.ts';
import { allowedTerms, isTermKey, withTerm } from '../domain/difficulty.ts';
import { formatValue } from '../domain/metric.ts';
import { changeWords } from '../domain/words/changes.ts';
import { refusalWords as words } from '../domain/words/refusals.ts';
import { keyedDraw } from '../kernel/streams.ts';
import { askFor, askRefusal, callIn, callRefusal } from './colleagues.ts';
import { queueFactor } from './complications.ts';
import { nextIncident } from './incident-charts.ts';
import { lookRefusal, startLook } from './looks.ts';
import { sendMessage } from './people.ts';
import { startVerification } from './verify.ts';
import type { World } from './plant.ts';
import { refusalOf } from './refusal.ts';

const MOST_EFFORT = 10; // points, of the preventions that are picked

const no = (reason: string): Outcome => ({ accepted: false, reason });

/**
 * Ticks until a change shows its first effect: a keyed draw between the bounds of the system. What else is in the log does not move
 * it: the key is the tick, and how many changes of the type were asked for in the same tick.
 */
export function delayTicks(world: World, action: Change): number {
  const { from, to } = world.setup.system.delays[action.type] ?? { from: 0, to: 0 };
  const { tick, agenda } = world.state;
  const before = agenda.filter((due) => due.startedTick === tick && due.action.type === action.type).length;
  const draw = keyedDraw(world.setup.seed, 'actions', action.type, tick, before);
  return Math.max(1, Math.round(((from + (to - from) * draw) * queueFactor(world)) / world.setup.scenario.brief.tickSeconds));
}

/**
 * Takes one decision of the player at the current tick.
 * @param entry its index in the log
 */
export function dispatch(world: World, action: Action, entry: number): Outcome {
  const { setup, state, ledger } = world;
  const { brief } = setup.scenario;
  const now = (effectTick = state.tick): Outcome => ({ accepted: true, effectTick });
  const known = (ids: readonly string[], id: string, what: string): Outcome | null =>
    ids.includes(id) ? null : no(words.expectedOne(what, ids, id));
  const backed = (evidence: readonly string[]): Outcome | null => {
    const missing = evidence.find((id) => !ledger.evidence.some((piece) => piece.id === id));
    return missing === undefined ? null : no(words.unseen(missing));
  };
  const over = ledger.resolvedTick !== null || state.tick >= brief.ticks;
  if (action.type === 'pick-preventions' || action.type === 'review') return afterwards(world, action, over);
  if (over && action.type !== 'setting') return no(words.onlyAfterwards);
  if (isLook(action)) {
    const reason = lookRefusal(world, action);
    if (reason !== null) return no(reason);
    nextIncident(state, 'LOOK');
    return now(startLook(world, action));
  }
  if (isChange(action)) return change(world, action, entry);
  switch (action.type) {
    case 'acknowledge':
      if (ledger.pageTick === null) return no(words.nothingPaged);
      if (ledger.acknowledgedTick !== null) return no(words.acknowledged);
      ledger.acknowledgedTick = state.tick;
      nextIncident(state, 'ACKNOWLEDGE');
      return now();
    case 'message': {
      const fault =
        known(brief.stakeholders.map((s) => s.id), action.to, 'to') ??
        (action.cause === undefined ? null : known(brief.causes.map((c) => c.id), action.cause, 'cause')) ??
        (action.option === undefined ? null : known(brief.questions.flatMap((q) => q.options.map((o) => o.id)), action.option, 'option')); // prettier-ignore
      if (fault !== null) return fault;
      sendMessage(world, action);
      return now();
    }
    case 'escalate': {
      const reason = callRefusal(world, action.to);
      return reason === null ? now(callIn(world, action.to)) : no(reason);
    }
    case 'ask-colleague': {
      const reason = askRefusal(world, action.who, action.look);
      return reason === null ? now(askFor(world, action.who, action.look)) : no(reason);
    }
    case 'hypothesis':
      if (ledger.pageTick === null) return no(words.nothingPaged); // nothing to explain yet
      return known(brief.causes.map((c) => c.id), action.cause, 'cause') ?? backed(action.evidence) ?? now(); // prettier-ignore
    case 'claim-cause': {
      if (ledger.pageTick === null) return no(words.nothingPaged);
      const { changed, enters, missed } = brief.board;
      const ids = (options: readonly { id: string }[]): string[] => options.map((option) => option.id);
      const fault =
        known(ids(changed), action.changed, 'changed') ??
        known(ids(enters), action.enters, 'enters') ??
        known(ids(missed), action.missed, 'missed') ??
        backed(action.evidence);
      if (fault !== null) return fault;
      ledger.causeClaims++;
      return now();
    }
    case 'leave-alone':
      if (ledger.pageTick === null) return no(words.nothingPaged);
      return backed(action.evidence) ?? now();
    case 'verify': {
      if (!world.catalogue.byKey.has(action.metric)) return no(words.noSeries(action.metric));
      if (ledger.verifying !== null) return no(words.watching);
      const shown =
        action.metric === brief.pager.metric ||
        world.catalogue.dashboards.some((d) => ledger.opened[d.id] !== undefined && d.panels.some((p) => p.keys.includes(action.metric)));
      if (!shown) return no(words.openFirst);
      return now(startVerification(world, action.metric));
    }
    case 'take-back':
      return takeBackLast(world);
    case 'resolve':
      if (ledger.pageTick === null) return no(words.nothingPaged);
      ledger.resolvedTick = state.tick;
      nextIncident(state, 'RESOLVE');
      return now();
    case 'setting':
      return setTerm(world, action) ?? now();
    case 'hint':
      return now();
  }
}

/** Terms of the shift hold from the moment they are set; what monitoring has lost by then stays lost. @returns a refusal, if it is one */
function setTerm({ ledger }: World, { key, value }: Action & { type: 'setting' }): Outcome | null {
  if (!isTermKey(key)) return null;
  const allowed = allowedTerms(key);
  if (!allowed.some((each) => each === value)) return no(words.expectedOne(key, allowed.map(String), String(value)));
  ledger.terms = withTerm(ledger.terms, key, value);
  return null;
}

function change(world: World, action: Change, entry: number): Outcome {
  const { setup, state, ledger } = world;
  const { plant } = setup;
  const refusal = refusalOf(world, action);
  if (refusal !== null) return no(refusal);
  const at = state.tick + delayTicks(world, action);
  const due = { at, entry, action, startedTick: state.tick };
  state.agenda.push(due);
  ledger.lastChange = { due, undo: plant.undoOf(world, action), effectDone: false };
  ledger.happened.push({
    tick: state.tick,
    kind: 'player',
    station: plant.stationOf(setup, action),
    text: plant.changeLabel(world, action),
  });
  plant.asked(world, action);
  nextIncident(state, 'CHANGE');
  return { accepted: true, effectTick: at };
}

function takeBackLast(world: World): Outcome {
  const { setup, state, ledger } = world;
  const { plant } = setup;
  const last = ledger.lastChange;
  if (last === null) return no(words.nothingToTakeBack);
  if (last.effectDone && last.undo === null) return no(words.inEffect(plant.changeLabel(world, last.due.action)));
  if (last.effectDone) plant.takeBack(world, last.due.action, last.undo!);
  else state.agenda = state.agenda.filter((due) => due.entry !== last.due.entry);
  ledger.happened.push({
    tick: state.tick,
    kind: 'player',
    station: plant.stationOf(setup, last.due.action),
    text: changeWords.tookBack(plant.changeLabel(world, last.due.action)),
  });
  ledger.lastChange = null;
  return { accepted: true, effectTick: state.tick };
}

function afterwards(world: World, action: Action & { type: 'pick-preventions' | 'review' }, over: boolean): Outcome {
  const { state, ledger } = world;
  const { brief } = world.setup.scenario;
  if (!over) return no(words.notYetOver);
  if (action.type === 'pick-preventions') {
    const items = action.items.map((id) => brief.preventions.find((item) => item.id === id));
    if (items.includes(undefined))
      return no(
        words.expectedSome(
          'items',
          brief.preventions.map((item) => item.id),
        ),
      );
    if (new Set(action.items).size !== action.items.length) return no(words.eachOnce);
    const effort = items.reduce((sum, item) => sum + item!.effort, 0);
    if (effort > MOST_EFFORT) return no(words.tooMuchEffort(formatValue(effort, 'count'), MOST_EFFORT));
    ledger.preventionsPicked = true;
    nextIncident(state, 'PICK_PREVENTIONS');
  } else {
    const unknown = Object.keys(action.statements).find((id) => !brief.review.some((pair) => pair.id === id));
    if (unknown !== undefined)
      return no(
        words.expectedSome(
          'statements',
          brief.review.map((pair) => pair.id),
          unknown,
        ),
      );
    ledger.reviewed = true;
    nextIncident(state, 'REVIEW');
  }
  return { accepted: true, effectTick: state.tick };
}
