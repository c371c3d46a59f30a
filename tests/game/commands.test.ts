import { describe, expect, it } from 'vitest';
import { CHANGE_TYPES, LOOK_TYPES, actionSchema, type Action, type LogEntry } from '../../src/domain/action.ts';
import { actionChoices } from '../../src/game/action-groups.ts';
import { EMPTY_DRAFT, boardView } from '../../src/game/board.ts';
import { command } from '../../src/game/commands/command.ts';
import { findCommands } from '../../src/game/commands/find.ts';
import { BINDABLE, commandAt } from '../../src/game/commands/keys.ts';
import { keysHere } from '../../src/game/commands/keys-here.ts';
import type { PlayCommand } from '../../src/game/commands/play-command.ts';
import { playCommands } from '../../src/game/commands/play-commands.ts';
import { EVIDENCE_TABS, offers } from '../../src/game/evidence-tabs.ts';
import { guideWords } from '../../src/game/words/guide.ts';
import { settingCommandWords } from '../../src/game/words/setting-commands.ts';
import { createSession, type Session } from '../../src/game/session.ts';
import { takeBackOf } from '../../src/game/take-back.ts';
import { createRun } from '../../src/run/run.ts';
import { shipped } from '../scenario/shipped.ts';

const DRILLS = ['latency-spike', 'silent-schema', 'slow-fade', 'gates-green-72h', 'prediction-drift-alarm', 'bad-canary'] as const;
const SEED = '5';

const commandsOf = (session: Session): readonly PlayCommand[] => {
  const state = session.state();
  const board = boardView(session.brief, EMPTY_DRAFT, state.log, state.observation.evidence);
  return playCommands({ brief: session.brief, state, board });
};

/** A drill without a clock whose page has come; it stands where it was left until something is done. */
function paged(id: (typeof DRILLS)[number], acknowledged = true): Session {
  const session = createSession(createRun(shipped(id), { seed: SEED, untimed: true }), { untimed: true, refused: [] });
  while (session.state().mode === 'briefing') session.frame(250);
  if (acknowledged) session.dispatch({ type: 'acknowledge' });
  return session;
}

const moments = new Map(DRILLS.map((id) => [id, paged(id)] as const));
const fresh = (id: (typeof DRILLS)[number]): Session => {
  const run = moments.get(id)!.run.fork();
  return createSession(run, { untimed: true, refused: [] });
};

/** What a command puts into the log at once, or what the dialog that it opens puts there when it is sent as it stands. */
function decide(session: Session, { deed }: PlayCommand): void {
  switch (deed.do) {
    case 'act':
      session.dispatch(deed.action);
      break;
    case 'look':
      session.dispatch(deed.look);
      break;
    case 'preview':
      session.dispatch(deed.change);
      break;
    case 'speed':
      session.setSpeed(deed.speed);
      break;
    case 'untimed':
      session.setUntimed(deed.on);
      break;
    default:
      throw new Error(`expected a command that decides something, got one that shows: ${deed.do}`);
  }
}

const lastEntry = (session: Session): LogEntry | undefined => session.run.record().log.at(-1);

/** Looks and changes as the buttons of the panels have them. */
const pressed = (session: Session): readonly Action[] => {
  const { menu } = session.state();
  return [
    ...EVIDENCE_TABS.flatMap((tab) => offers(menu, tab).map((offer) => offer.look)),
    ...(['mitigate', 'fix'] as const).flatMap((group) =>
      actionChoices(menu, group).flatMap(({ forms }) => forms.map((form) => form.action)),
    ),
  ];
};

describe('the registry of commands', () => {
  it.each(DRILLS)('%s: every look and every form of every change gives the same entry by words and by its button', (id) => {
    const commands = commandsOf(fresh(id)).filter(({ deed }) => deed.do === 'look' || deed.do === 'preview');
    const buttons = pressed(fresh(id));
    expect(commands.length).toBe(buttons.length);
    expect(buttons.length).toBeGreaterThan(5);
    for (const action of buttons) {
      const byButton = fresh(id);
      byButton.dispatch(action);
      const byWords = fresh(id);
      const wanted = commands.find(
        ({ deed }) =>
          JSON.stringify(deed.do === 'look' ? deed.look : deed.do === 'preview' ? deed.change : null) === JSON.stringify(action),
      );
      expect(wanted, JSON.stringify(action)).toBeDefined();
      const all = commandsOf(byWords);
      const found = findCommands(all, wanted!.words).find((each) => each.id === wanted!.id);
      expect(found, `seed ${SEED}: "${wanted!.words}" finds its command`).toBeDefined();
      decide(byWords, found!);
      expect(lastEntry(byWords)).toEqual(lastEntry(byButton));
      expect(byWords.state().log.length).toBe(byButton.state().log.length);
    }
  });

  it('has each id once, in every drill, and every refusal is a sentence', () => {
    for (const id of DRILLS) {
      const commands = commandsOf(fresh(id));
      expect(new Set(commands.map((each) => each.id)).size).toBe(commands.length);
      for (const { refusal } of commands) if (refusal !== null) expect(refusal.length).toBeGreaterThan(5);
    }
  });

  it('reaches every type of action: at once, through the dialog that sends it, or in the debrief', () => {
    const reached = new Set<Action['type']>();
    const DIALOGS: Readonly<Record<string, Action['type']>> = {
      message: 'message', verify: 'verify', resolve: 'resolve', 'leave-alone': 'leave-alone', claim: 'claim-cause',
    }; // prettier-ignore
    const offered = new Set<string>();
    for (const id of DRILLS) {
      const { menu } = fresh(id).state();
      for (const { look } of menu.looks) offered.add(look.type);
      for (const { action } of menu.changes) offered.add(action.type);
      for (const { deed } of [...commandsOf(paged(id, false)), ...commandsOf(fresh(id))]) {
        if (deed.do === 'act') reached.add(deed.action.type);
        if (deed.do === 'look') reached.add(deed.look.type);
        if (deed.do === 'preview') reached.add(deed.change.type);
        if (deed.do === 'belief') reached.add('hypothesis');
        if (deed.do === 'speed' || deed.do === 'untimed') reached.add('setting');
        if (deed.do === 'dialog' && DIALOGS[deed.dialog] !== undefined) reached.add(DIALOGS[deed.dialog]!);
      }
    }
    const types = actionSchema.options.map((option) => option.shape.type.value);
    const byDrills = [...LOOK_TYPES, ...CHANGE_TYPES].filter((type) => !offered.has(type));
    const missing = types.filter((type) => !reached.has(type) && !(byDrills as readonly string[]).includes(type));
    expect(missing).toEqual(['hint', 'pick-preventions', 'review']); // of who accompanies the shift, and of the debrief when it is over
    console.log(`types that no drill offers: ${byDrills.join(', ') || 'none'}`);
  });

  it('gives a key and the words the same entry, for every key that decides at once', () => {
    const keyed = BINDABLE.filter(({ id }) =>
      ['time/speed-1', 'time/speed-4', 'time/speed-16', 'prove/take-back', 'tell/acknowledge'].includes(id),
    );
    for (const { id, key, where } of keyed) {
      const make = (): Session => {
        const session = where === 'page' ? paged('latency-spike', false) : createSession(moments.get('latency-spike')!.run.fork(), { untimed: false, refused: [] }); // prettier-ignore
        if (id === 'prove/take-back') session.dispatch({ type: 'scale', replicas: 16 });
        if (id === 'time/speed-1') session.setSpeed(16);
        return session;
      };
      const [byKey, byWords, byPress] = [make(), make(), make()];
      decide(
        byKey,
        commandsOf(byKey).find((each) => each.id === commandAt({}, key, where === 'page' ? 'page' : 'play'))!,
      );
      decide(byWords, findCommands(commandsOf(byWords), commandsOf(byWords).find((each) => each.id === id)!.words)[0]!);
      if (id === 'tell/acknowledge') byPress.dispatch({ type: 'acknowledge' });
      else if (id === 'prove/take-back') byPress.dispatch({ type: 'take-back' });
      else byPress.setSpeed(Number(id.slice('time/speed-'.length)) as 1 | 4 | 16);
      expect(lastEntry(byKey), id).toEqual(lastEntry(byPress));
      expect(lastEntry(byWords), id).toEqual(lastEntry(byPress));
    }
  });
});

describe('finding a command by its words', () => {
  const commands = commandsOf(fresh('latency-spike'));
  const first = (typed: string): PlayCommand | undefined => findCommands(commands, typed)[0];

  it('takes words in any order, with accents or capitals, and the name of the action in one word', () => {
    expect(first('rollback')?.deed).toMatchObject({ do: 'preview', change: { type: 'rollback' } });
    expect(first('16 SCÂLE')?.deed).toMatchObject({ do: 'preview', change: { type: 'scale' } });
    expect(first('logs feature store')?.id).toBe(first('store féature LOGS')?.id);
    expect(first('update post')?.id).toBe('tell/message');
  });

  it('takes a whole word before the start of a longer one, even where it has to wait', () => {
    const off = command('setting/hints', 'Settings', settingCommandWords.hints.off);
    const hint = command('guide/help', 'Go', guideWords.command.words, { refusal: 'Not yet, in a moment.' });
    expect(findCommands([off, hint], 'hint').map(({ id }) => id)).toEqual(['guide/help', 'setting/hints']);
    expect(findCommands([off, hint], 'hints').map(({ id }) => id)).toEqual(['setting/hints']);
  });

  it('finds nothing for words that are nowhere, and everything for none', () => {
    expect(findCommands(commands, 'xyzzy')).toEqual([]);
    expect(findCommands(commands, '  ')).toEqual(commands);
  });
});

describe('taking back', () => {
  it('says the same as the world does: before and after the effect, for every form of every change', () => {
    let [always, before] = [0, 0];
    for (const id of DRILLS)
      for (const form of fresh(id).state().menu.changes) {
        if (form.refusal !== null) continue;
        const session = fresh(id);
        if (!session.dispatch(form.action).accepted) continue;
        const said = (): string | null => takeBackOf(session.state().log, session.state().observation, session.state().menu).refusal;
        expect(said(), `${id}, ${form.label}: before it takes effect`).toBeNull();
        const effect = session.state().observation.pending[0]?.effectTick ?? session.run.tick;
        const run = session.run.fork();
        expect(run.dispatch({ type: 'take-back' }).accepted).toBe(true);
        session.run.advance(effect + 1);
        session.dispatch({ type: 'setting', key: 'speed', value: 1 }); // so that the state is read again
        if (session.run.over || session.state().observation.pending.length > 0) continue;
        const refusal = said();
        expect(session.run.fork().dispatch({ type: 'take-back' }).accepted, `${id}, ${form.label}: ${refusal}`).toBe(refusal === null);
        expect(refusal === null, `${id}, ${form.label}: as its preview says`).toBe(form.reversible);
        if (refusal === null) always += 1;
        else before += 1;
      }
    console.log(`seed ${SEED}: ${always} changes can be taken back at any time, ${before} only before they take effect`);
    expect(always).toBeGreaterThan(5);
    expect(before).toBeGreaterThan(5);
  });
});

describe('the keys that are listed', () => {
  const listed = (session: Session, place: 'page' | 'play' | 'other') => keysHere({}, place, commandsOf(session)).map(({ id }) => id);

  it('in a drill are those of what its system has, each key once', () => {
    for (const id of DRILLS) {
      const keys = keysHere({}, 'play', commandsOf(fresh(id))).map(({ key }) => key);
      expect(new Set(keys).size, id).toBe(keys.length);
    }
    const spike = listed(fresh('latency-spike'), 'play');
    expect(spike).toEqual(expect.arrayContaining(['show/logs', 'time/wait', 'prove/take-back']));
    for (const id of ['show/experiment', 'show/segments', 'tell/acknowledge']) expect(spike).not.toContain(id);
  });

  it('leave out the pace of a clock that nobody keeps, and say it where it runs', () => {
    const session = fresh('latency-spike');
    expect(listed(session, 'play').filter((id) => /pause|speed/.test(id))).toEqual([]);
    session.setUntimed(false);
    expect(listed(session, 'play').filter((id) => /pause|speed/.test(id))).toHaveLength(4);
  });

  it('while the pager rings are few, and elsewhere all, to be read up on', () => {
    expect(listed(paged('latency-spike', false), 'page')).toEqual(['tell/acknowledge']);
    expect(keysHere({}, 'other', [])).toEqual(BINDABLE.filter(({ key }) => key !== ''));
  });
});

describe('pausing without a clock', () => {
  it('is refused to who plays, for nothing passes, and can be had while an expert plays', () => {
    const session = fresh('latency-spike');
    const refusal = (): string | null => commandsOf(session).find(({ id }) => id === 'time/pause')!.refusal;
    session.setGuidance('guided');
    expect(refusal()).not.toBe(null);
    session.setGuidance('watch');
    expect(refusal()).toBe(null);
  });
});
