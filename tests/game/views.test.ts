import { describe, expect, it } from 'vitest';
import { actionChoices } from '../../src/game/action-groups.ts';
import { EMPTY_DRAFT, boardView, readDraft } from '../../src/game/board.ts';
import { dashboardShelf } from '../../src/game/evidence-view.ts';
import { mapLayout } from '../../src/game/map-layout.ts';
import { mapView } from '../../src/game/map-view.ts';
import { mapSummary, stationWords } from '../../src/game/map-words.ts';
import { phaseSteps } from '../../src/game/phases.ts';
import { railView } from '../../src/game/rail.ts';
import { MOTIONS, readSettings, THEMES } from '../../src/game/settings.ts';
import { SPIKE_SCENARIO, onCall, play } from './desk.ts';

const now = (session: ReturnType<typeof onCall>) => session.state();

describe('view models', () => {
  it('the map has a place for every station and a way for every line, at 0, 45 or 90 degrees', () => {
    const layout = mapLayout(SPIKE_SCENARIO.brief.system);
    const { observation } = now(onCall());
    expect(layout.stations.map((place) => place.id).sort()).toEqual(observation.stations.map((station) => station.id).sort());
    expect(layout.lines.map((line) => line.id).sort()).toEqual(observation.lines.map((line) => line.id).sort());
    for (const line of layout.lines) {
      for (let i = 1; i < line.points.length; i++) {
        const [x0 = 0, y0 = 0] = line.points[i - 1] ?? [];
        const [x1 = 0, y1 = 0] = line.points[i] ?? [];
        const dx = Math.abs(x1 - x0);
        const dy = Math.abs(y1 - y0);
        expect([dx === 0, dy === 0, dx === dy].some(Boolean), `${line.id} ${i}`).toBe(true);
      }
    }
  });

  it('a district that would take in a station of another is drawn in parts', () => {
    const { system } = SPIKE_SCENARIO.brief;
    const [first, ...rest] = system.stations;
    const at = (x: number, y: number, district: string) => ({ ...first!, id: `${district}-${x}`, at: [x, y] as const, district });
    const names = (stations: typeof system.stations) =>
      mapLayout({ ...system, stations, lines: [] }).districts.map(({ id, name }) => [id, name]);
    expect(rest.length).toBeGreaterThan(0);
    const split = [at(60, 300, 'SHOPS'), at(340, 200, 'SCORING'), at(620, 100, 'SHOPS')];
    expect(names(split)).toEqual([
      ['SHOPS', 'SHOPS'],
      ['SHOPS 2', 'SHOPS'],
      ['SCORING', 'SCORING'],
    ]);
    expect(names([at(60, 300, 'SHOPS'), at(340, 500, 'SCORING'), at(200, 200, 'SHOPS')])).toEqual([
      ['SHOPS', 'SHOPS'],
      ['SCORING', 'SCORING'],
    ]);
  });

  it('a preview rings the stations that it touches and nothing else', () => {
    const session = onCall();
    const { observation, menu } = now(session);
    const layout = mapLayout(session.brief.system);
    expect(mapView(observation, layout).yourRings).toEqual([]);
    const scale = menu.changes.find((change) => change.action.type === 'scale') ?? null;
    expect(mapView(observation, layout, scale).yourRings).toEqual(scale?.stations);
  });

  it('every change of the menu stands under exactly one button', () => {
    const { menu } = now(onCall());
    const forms = [...actionChoices(menu, 'mitigate'), ...actionChoices(menu, 'fix')].flatMap((choice) => choice.forms);
    expect(forms).toHaveLength(menu.changes.length);
    expect(new Set(forms)).toEqual(new Set(menu.changes));
    const labels = [...actionChoices(menu, 'mitigate'), ...actionChoices(menu, 'fix')].map((choice) => choice.label);
    expect(new Set(labels).size).toBe(labels.length);
  });

  it('an opened dashboard leaves the list of those that cost', () => {
    const session = onCall();
    const before = dashboardShelf(now(session).observation, now(session).menu);
    session.dispatch({ type: 'look-dashboard', dashboard: 'upstream' });
    play(session, 1500);
    const after = dashboardShelf(now(session).observation, now(session).menu);
    expect(after.opened.map((view) => view.id)).toEqual(['upstream']);
    expect(after.closed).toHaveLength(before.closed.length - 1);
  });

  it('the board asks for all three slots and a piece of evidence before it can be claimed', () => {
    const session = onCall();
    session.dispatch({ type: 'look-changes' });
    play(session, 1500);
    const { log, observation } = now(session);
    const view = (draft: typeof EMPTY_DRAFT) => boardView(session.brief, draft, log, observation.evidence);
    const first = (slot: 'changed' | 'enters' | 'missed'): string => session.brief.board[slot][0]?.id ?? '';
    expect(view(EMPTY_DRAFT).missing).toMatch(/what changed, where it enters, why the gates missed it/);
    const set = { ...EMPTY_DRAFT, changed: first('changed'), enters: first('enters'), missed: first('missed') };
    expect(view(set).missing).toMatch(/evidence/);
    expect(view({ ...set, evidence: { ...set.evidence, enters: ['E1'] } }).missing).toBeNull();
  });

  it('a hypothesis shows the last word on it', () => {
    const session = onCall();
    session.dispatch({ type: 'look-changes' });
    play(session, 1500);
    session.dispatch({ type: 'hypothesis', cause: 'heavy-model', confidence: 40, status: 'supported', evidence: ['E1'] });
    session.dispatch({ type: 'hypothesis', cause: 'heavy-model', confidence: 0, status: 'excluded', evidence: ['E1'] });
    const { log, observation } = now(session);
    const belief = boardView(session.brief, EMPTY_DRAFT, log, observation.evidence).beliefs.find((each) => each.cause.id === 'heavy-model');
    expect(belief).toMatchObject({ status: 'excluded', confidence: 0 });
    expect(belief?.evidence.map((each) => each.id)).toEqual(['E1']);
  });

  it('the steps move by what was done and what came of it', () => {
    const session = onCall();
    const current = () => phaseSteps(now(session).observation, now(session).log).find((step) => step.state === 'now')?.id;
    expect(current()).toBe('size-up');
    session.dispatch({ type: 'look-dashboard', dashboard: 'service' });
    play(session, 1500);
    session.dispatch({ type: 'look-changes' });
    play(session, 1500);
    expect(current(), 'nothing says yet who pays').toBe('size-up');
    session.dispatch({ type: 'look-dashboard', dashboard: 'business' });
    play(session, 1500);
    expect(current()).toBe('stabilise');
    session.dispatch({ type: 'serve-cached', on: true });
    expect(current(), 'asked for is not done').toBe('stabilise');
    session.run.advance(session.run.tick + 180);
    play(session, 1500);
    expect(current()).toBe('update');
    session.dispatch({ type: 'message', to: 'checkout-lead', blocks: ['users-see', 'next-update'] });
    expect(current()).toBe('verify');
  });

  it('a change that was taken back has stabilised nothing', () => {
    const session = onCall();
    const stabilised = () => phaseSteps(now(session).observation, now(session).log).find((step) => step.id === 'stabilise')?.state;
    session.dispatch({ type: 'serve-cached', on: true });
    session.run.advance(session.run.tick + 180);
    play(session, 1500);
    expect(stabilised()).toBe('done');
    session.dispatch({ type: 'take-back' });
    expect(stabilised()).not.toBe('done');
  });

  it('the rail shows the page, looks and changes in order of time', () => {
    const session = onCall();
    session.dispatch({ type: 'look-changes' });
    play(session, 1500);
    session.dispatch({ type: 'scale', replicas: 16 });
    const rail = railView(now(session), session.brief);
    const ticks = rail.marks.map((mark) => mark.tick);
    expect(ticks).toEqual([...ticks].sort((a, b) => a - b));
    expect(rail.marks.map((mark) => mark.kind)).toEqual(expect.arrayContaining(['page', 'look', 'you']));
  });

  it('the rail shows a change from its decision to its effect while it is under way, and no longer', () => {
    const session = onCall();
    session.dispatch({ type: 'scale', replicas: 16 });
    const [pending] = now(session).observation.pending;
    const spans = () => railView(now(session), session.brief).spans;
    expect(spans()).toEqual([{ kind: 'change', from: pending!.startedTick, to: pending!.effectTick, label: 'Scale to 16', ahead: true }]);
    expect(pending!.effectTick).toBeGreaterThan(pending!.startedTick);
    session.waitUntil(pending!.effectTick + 1);
    play(session, 4000);
    expect(spans()).toEqual([]);
  });

  it('what a colleague was asked for stands where it came back, with a span from where it was asked for', () => {
    const session = onCall('7', true);
    const engineer = () => now(session).observation.colleagues.find(({ id }) => id === 'platform-engineer')!;
    const wait = (until: number | null): void => {
      session.waitUntil(until ?? 0);
      play(session, 4000);
    };
    session.dispatch({ type: 'escalate', to: 'platform-engineer' });
    wait(engineer().hereTick);
    const askedTick = now(session).observation.tick;
    session.dispatch({ type: 'ask-colleague', who: 'platform-engineer', look: { type: 'look-changes' } });
    session.dispatch({ type: 'ask-colleague', who: 'platform-engineer', look: { type: 'look-trace', pick: 'slow' } });
    const rail = () => railView(now(session), session.brief);
    const due = engineer().busyUntil!;
    expect(rail().spans).toEqual([
      { kind: 'look', from: askedTick, to: due, label: 'Platform engineer: Change history, A slow trace', ahead: true },
    ]);
    expect(
      rail().marks.filter(({ kind }) => kind === 'look'),
      'before anything is back',
    ).toEqual([]);
    wait(due);
    const back = now(session).observation.evidence.map(({ tick }) => tick);
    expect(rail().spans.map(({ from, to, ahead }) => [from, to, ahead])).toEqual(back.map((tick) => [askedTick, tick, false]));
    expect(
      rail()
        .marks.filter(({ kind }) => kind === 'look')
        .map(({ tick, label }) => [tick, label]),
    ).toEqual([
      [back[0], 'Platform engineer: Change history'],
      [back[1], 'Platform engineer: A slow trace'],
    ]);
    expect(back[0]).toBeGreaterThan(askedTick);
  });

  it('the rail names who asks and who was called in', () => {
    const session = onCall('7', true);
    const wait = (until: number | null): void => {
      session.waitUntil(until ?? 0);
      play(session, 4000);
    };
    const engineer = () => now(session).observation.colleagues.find(({ id }) => id === 'platform-engineer')!;
    session.dispatch({ type: 'escalate', to: 'platform-engineer' });
    wait(engineer().hereTick);
    const labels = railView(now(session), session.brief).marks.map(({ label }) => label);
    expect(labels).toContain('called in: Platform engineer');
    session.dispatch({ type: 'ask-colleague', who: 'platform-engineer', look: { type: 'look-changes' } });
    wait(engineer().busyUntil);
    expect(railView(now(session), session.brief).marks.map(({ label }) => label)).toContain('Checkout lead asks');
  });

  it('the map in words names what is wrong and every station once', () => {
    const session = onCall('7', false, 'feature-store');
    session.dispatch({ type: 'look-dashboard', dashboard: 'feature-store' });
    play(session, 1500);
    const { observation } = now(session);
    expect(mapSummary(observation)).toMatch(/Feature store/);
    const words = observation.stations.map((station) => stationWords(station, observation));
    expect(new Set(words).size).toBe(observation.stations.length);
    expect(words.find((text) => text.startsWith('Feature store'))).toMatch(/hurting users|out of normal/);
    expect(words.find((text) => text.startsWith('Training'))).toMatch(/no instruments here/);
    expect(words.filter((text) => text.includes('not looked at yet')).length).toBeGreaterThan(0);
  });

  it('settings and drafts survive whatever storage held', () => {
    for (const junk of [
      null,
      7,
      'x',
      [],
      { textSize: 1e9, motion: 'sideways', shortcuts: 'yes' },
      { evidence: 3, notes: 4, changed: {} },
    ]) {
      expect(readSettings(junk)).toMatchObject({ textSize: 100, motion: 'system', shortcuts: true, untimed: false });
      expect(readDraft(junk)).toEqual(EMPTY_DRAFT);
    }
  });

  it('settings come back as each was chosen, also what is left to the device', () => {
    for (const theme of THEMES) for (const motion of MOTIONS) expect(readSettings({ theme, motion })).toMatchObject({ theme, motion });
  });
});
