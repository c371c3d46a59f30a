import { describe, expect, it } from 'vitest';
import type { PreventionOffer, RerunFacts } from '../../src/game/debrief-facts.ts';
import { effortOf, pickRefusal, preventionCards, preventionResult, togglePick } from '../../src/game/debrief-prevention.ts';

const clock = { startClock: '01:40:00', tickSeconds: 1 };
const offer = (id: string, effort: number): PreventionOffer => ({ id, title: id, effort, says: '' });
const offers = [offer('breaker', 4), offer('tracing', 3), offer('headroom', 3), offer('distil', 5), offer('slo', 1)];
const rerun = (before: number, after: number): RerunFacts => ({
  items: ['breaker'],
  impactBeforeEur: before,
  impactAfterEur: after,
  firstAlertBefore: 1448,
  firstAlertAfter: 1448,
});

describe('prevention picks', () => {
  it('refuse what goes over ten points of effort, with a sentence that names the sum', () => {
    const { picks, refusal } = togglePick(offers, ['breaker', 'tracing'], 'distil');
    expect(picks).toEqual(['breaker', 'tracing']);
    expect(refusal).toBe('That would be 12 of 10 effort points. Take one out to add “distil”.');
  });

  it('refuse a fourth item and an unknown one', () => {
    expect(pickRefusal(offers, ['breaker', 'tracing', 'headroom'], 'slo')).toMatch(/^Three items are the most/);
    expect(pickRefusal(offers, [], 'nonsense')).toMatch(/no prevention “nonsense”/);
  });

  it('reach exactly ten points and let items be taken out again', () => {
    const { picks } = togglePick(offers, ['breaker', 'tracing'], 'headroom');
    expect(effortOf(offers, picks)).toBe(10);
    expect(togglePick(offers, picks, 'tracing').picks).toEqual(['breaker', 'headroom']);
  });
});

describe('the same night again', () => {
  it('says the difference of the figures that stand beside it', () => {
    expect(preventionResult(clock, rerun(20_777.6, 18_580.4), 21_000)).toMatchObject({ euro: '€20,778 to €18,580', says: '€2,198 less.' });
    expect(preventionResult(clock, rerun(18_580.4, 20_777.6), 21_000).says).toBe('€2,198 more: worse here.');
  });

  it('says both impacts and the difference', () => {
    expect(preventionResult(clock, rerun(7550.4, 1934), 8000)).toMatchObject({
      direction: 'lower',
      euro: '€7,550 to €1,934',
      says: '€5,616 less.',
    });
    expect(preventionResult(clock, rerun(7550, 9300), 10_000)).toMatchObject({ direction: 'higher', says: '€1,750 more: worse here.' });
  });

  it('says of an item without effect that it changes nothing', () => {
    expect(preventionResult(clock, rerun(7550, 7550), 8000)).toMatchObject({
      direction: 'same',
      euro: '€7,550 to €7,550',
      says: 'It changes nothing here.',
    });
  });

  it('names the new time of the page where it moved', () => {
    expect(preventionResult(clock, { ...rerun(7550, 1934), firstAlertAfter: 1208 }, 8000).says).toBe(
      '€5,616 less. The page comes at 02:00, not 02:04.',
    );
    expect(preventionResult(clock, { ...rerun(7550, 0), firstAlertAfter: null }, 8000).says).toBe('€7,550 less. No page goes off.');
  });

  it('is shown for played items only', () => {
    const cards = preventionCards(clock, offers, ['breaker', 'tracing'], new Map([['breaker', rerun(7550, 1934)]]));
    expect(cards.map((card) => card.result !== null)).toEqual([true, false, false, false, false]);
    expect(cards.find((card) => card.offer.id === 'distil')?.refusal).toMatch(/12 of 10/);
  });
});
