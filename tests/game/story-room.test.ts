import { describe, expect, it } from 'vitest';
import { createKeeper, type Keeping } from '../../src/game/story-keeper.ts';
import { emptyDraft, restoreDraft, textOf, withText } from '../../src/game/story-draft.ts';
import { emptyBeats, factSentence, holdsFigure, storyMarkdown, usedFacts } from '../../src/game/story-room.ts';
import { factsOf } from '../../src/story/facts.ts';
import type { Action } from '../../src/domain/action.ts';
import { decodeLink } from '../../src/run/link.ts';
import { playRecord } from '../../src/run/run.ts';
import { analyst, playNight, SPIKE_NIGHT, WRONG_TURN } from './debrief-night.ts';

const payload = playNight('feature-store', WRONG_TURN);

describe('the facts of a run as chips', () => {
  it("show the record's own numbers, each with its time", async () => {
    const room = await analyst()('story', { payload });
    const decoded = decodeLink(payload);
    if (!decoded.ok) throw new Error(decoded.reason);
    const own = new Map(factsOf(SPIKE_NIGHT, playRecord(SPIKE_NIGHT, decoded.record).trace(), null).map((fact) => [fact.id, fact]));
    expect(room.facts.length).toBeGreaterThan(12);
    for (const fact of room.facts) {
      const source = own.get(fact.id);
      expect(source?.tick).toBe(fact.tick);
      expect(source?.value ?? null).toBe(fact.value);
      if (fact.value !== null) expect(holdsFigure(fact.text, fact.value)).toBe(true);
      expect(fact.clock).toMatch(/^\d{2}:\d{2}$/);
      expect(fact.text).not.toMatch(/\bE\d\b/);
    }
  });

  it('belong to eight beats, all empty at first', async () => {
    const room = await analyst()('story', { payload });
    expect(room.beats.length).toBe(8);
    expect(emptyBeats(room, emptyDraft)).toEqual(room.beats);
    const ids = new Set(room.facts.map((fact) => fact.id));
    for (const beat of room.beats) for (const id of beat.facts) expect(ids.has(id) || room.facts.length > 0).toBe(true);
    expect(room.name).toMatch(/^25 minutes/);
    expect(storyMarkdown(room, emptyDraft).match(/_Not told yet\._/g)?.length).toBe(8);
  });

  it('stand under a name that tells what was done, and never that all went well where little was', async () => {
    const nameOf = async (night: readonly (readonly [number, Action])[]) => {
      const { name } = await analyst()('story', { payload: playNight('feature-store', [...night, [1500, { type: 'resolve' }]]) });
      return name;
    };
    const cached: readonly [number, Action] = [800, { type: 'serve-cached', on: true }];
    expect(await nameOf([])).toBe('25 minutes, and nothing changed');
    expect(await nameOf([[700, { type: 'leave-alone', evidence: [] }]])).toBe('25 minutes, and left alone');
    expect(await nameOf([cached])).toBe('25 minutes and one change that helped');
    expect(await nameOf([cached, [1490, { type: 'shed', share: 0.1 }]])).toBe('25 minutes and two changes, of which one helped');
    expect(await nameOf([[700, { type: 'restart' }]])).toMatch(/^25 minutes and one wrong turn$/);
  });

  it('count as used when their words stand in a beat, or their time beside their figure', async () => {
    const room = await analyst()('story', { payload });
    const fact = room.facts.find((each) => each.kind === 'page')!;
    expect(usedFacts(emptyDraft, room.facts).size).toBe(0);
    expect(usedFacts(withText(emptyDraft, 'context', factSentence(fact)), room.facts).has(fact.id)).toBe(true);
    expect(
      usedFacts(withText(emptyDraft, 'context', `It was ${fact.clock} and p95 had reached ${fact.value}.`), room.facts).has(fact.id),
    ).toBe(true);
    expect(usedFacts(withText(emptyDraft, 'context', `p95 had reached 1${fact.value} at ${fact.clock}.`), room.facts).has(fact.id)).toBe(
      false,
    );
  });

  it('hold a figure only where it stands by itself', () => {
    expect(holdsFigure('after 1.8 s, at last', '1.8 s')).toBe(true);
    expect(holdsFigure('after 11.8 s', '1.8 s')).toBe(false);
    expect(holdsFigure('€12,517', '€2,517')).toBe(false);
    expect(holdsFigure('22 seconds', '22 s')).toBe(false);
  });
});

describe('keeping a draft', () => {
  it('writes the newest text last, however slow the storage is', async () => {
    const written: unknown[] = [];
    const shelf = {
      write: async (_key: string, value: unknown) => {
        await new Promise((resolve) => setTimeout(resolve, 5));
        written.push(value);
        return true;
      },
    };
    const states: Keeping[] = [];
    const keeper = createKeeper(shelf, 'story-x', (state) => states.push(state));
    let draft = emptyDraft;
    for (const letter of 'It was the store.') {
      draft = withText(draft, 'cause', textOf(draft, 'cause') + letter);
      keeper.keep(draft);
    }
    await keeper.settled();
    expect(textOf(restoreDraft(written.at(-1)), 'cause')).toBe('It was the store.');
    expect(written.length).toBeLessThan(17);
    expect(states.at(-1)).toBe('kept');
  });

  it('says when the device took nothing, and tries again with the next change', async () => {
    let full = true;
    const states: Keeping[] = [];
    const keeper = createKeeper({ write: () => (full ? Promise.reject(new Error('quota')) : Promise.resolve(true)) }, 'story-x', (state) =>
      states.push(state),
    );
    keeper.keep('a');
    await keeper.settled();
    expect(states.at(-1)).toBe('lost');
    full = false;
    keeper.keep('ab');
    await keeper.settled();
    expect(states.at(-1)).toBe('kept');
  });
});

describe('the postmortem of a run', () => {
  it('is Markdown with the seed and the link of the run', async () => {
    const text = await analyst()('postmortem', { payload });
    expect(text).toMatch(/^# /);
    expect(text).toContain(payload);
    expect(text).toMatch(/UTC/);
  });
});
