import { formatValue } from '../domain/metric.ts';
import { judgePreventionWords as words } from '../domain/words/judge-prevention.ts';
import { acceptedOf, type CaseFile } from './case-file.ts';
import type { Figure } from './figure.ts';
import { pickedPreventions, type PreventionRerun, type ProvenItem, type ProvenPreventions } from './prevention.ts';
import { next, NOTHING, quote, say, worded, type Said } from './said.ts';
import { line, scorePart, type ScorePart } from './score-card.ts';
import { BOUNDS, CITES, WEIGHTS } from './weights.ts';
import { at, bound, clock, count } from './wording.ts';

const W = WEIGHTS.prevention;

/** What the same night came to, and what it had cost: €271 and €4,456. */
function costs(file: CaseFile, { items, impactAfterEur, impactBeforeEur }: PreventionRerun): readonly [after: Figure, before: Figure] {
  const euro = (value: number, metric: string, source: 'rerun' | 'impact'): Figure => ({
    metric,
    tick: file.trace.endTick,
    value,
    text: formatValue(value, 'eur'),
    source,
  });
  return [euro(impactAfterEur, `impact_eur{${items.join()}}`, 'rerun'), euro(impactBeforeEur, 'impact_eur', 'impact')];
}

function itemText(file: CaseFile, item: ProvenItem): Said {
  const { firstAlertBefore, firstAlertAfter } = item;
  const impact = [quote(item.title, `preventions.${item.id}.title`), ...costs(file, item)] as const;
  if (firstAlertBefore !== null && firstAlertAfter === null) return worded(words.itemNoPage, ...impact);
  if (firstAlertBefore !== null && firstAlertAfter !== null && firstAlertAfter !== firstAlertBefore)
    return worded(words.itemOtherPage, ...impact, at(file, firstAlertAfter), clock(file, firstAlertBefore));
  return worded(words.item, ...impact);
}

/**
 * Prevention: what was picked is worth what it saves when the same night is played again, net of effort on what does nothing. Only
 * the first pick counts: its verdict is read before a second one, which could otherwise be guessed until right.
 */
export function judgePrevention(file: CaseFile, proven: ProvenPreventions | null): ScorePart {
  const [pick, again] = acceptedOf(file.trace, 'pick-preventions');
  const ignored = again === undefined ? [] : [line(0, 0, again.tick, worded(words.pickedAgain), CITES.prevention)];
  const picked = pickedPreventions(file.scenario, file.trace);
  const points = (of: readonly { readonly id: string }[], effort: number): Figure =>
    count(`effort_points{${of.map((one) => one.id).join()}}`, effort, pick?.tick ?? file.trace.endTick);
  if (proven === null) {
    const effort = picked.reduce((sum, one) => sum + one.effort, 0);
    const text = picked.length === 0 ? worded(words.nonePicked) : worded(words.tooMuch, points(picked, effort), bound('effortPoints'));
    return scorePart('prevention', W.max, [line(0, W.max, pick?.tick ?? null, text, CITES.prevention), ...ignored]);
  }
  const { all, items } = proven;
  const cites = (id: string): readonly string[] => picked.find((one) => one.id === id)?.cites ?? CITES.prevention;
  const saved = all.impactBeforeEur <= 0 ? 0 : (all.impactBeforeEur - all.impactAfterEur) / all.impactBeforeEur;
  const quiet = file.variant.recommended.leaveAlone !== null && items.some((item) => item.helps);
  const share = quiet ? 1 : Math.max(0, Math.min(1, saved / BOUNDS.provenShare));
  const effort = items.reduce((sum, item) => sum + item.effort, 0);
  const earned = W.max * share;
  const size: Figure = {
    metric: `${saved < 0 ? 'added' : 'saved'}_share{${all.items.join()}}`,
    tick: file.trace.endTick,
    value: Math.abs(saved),
    text: formatValue(Math.abs(saved), 'share'),
    source: 'rerun',
  };
  const together =
    all.impactAfterEur === all.impactBeforeEur
      ? worded(words.togetherSame, ...costs(file, all))
      : worded(saved < 0 ? words.togetherMore : words.togetherLess, ...costs(file, all), size);
  const helping = items.filter((item) => item.helps);
  const lines = [
    line(earned, W.max, pick?.tick ?? null, together, helping.length > 0 ? helping.flatMap((item) => cites(item.id)) : CITES.prevention),
  ];
  for (const item of items) {
    const lost = item.helps ? 0 : (-earned * item.effort) / effort;
    const wasted = worded(
      item.impactAfterEur > item.impactBeforeEur ? words.wastedForWorse : words.wastedForLittle,
      points([item], item.effort),
      points(items, effort),
    );
    const text = say`${itemText(file, item)}${item.helps ? NOTHING : next(wasted)}`;
    lines.push(line(lost, 0, pick?.tick ?? null, text, cites(item.id)));
  }
  return scorePart('prevention', W.max, [...lines, ...ignored]);
}
