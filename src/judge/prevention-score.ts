import { formatValue } from '../domain/metric.ts';
import { acceptedOf, at, line, type CaseFile } from './case-file.ts';
import { pickedPreventions, type ProvenItem, type ProvenPreventions } from './prevention.ts';
import { scorePart, type ScorePart } from './score-card.ts';
import { BOUNDS, CITES, WEIGHTS } from './weights.ts';

const W = WEIGHTS.prevention;
const TITLE = 'Prevention, proved by a re-run';
const euro = (value: number): string => formatValue(value, 'eur');

function itemText(file: CaseFile, item: ProvenItem): string {
  const impact = `${item.title}: the same night with it costs ${euro(item.impactAfterEur)}, not ${euro(item.impactBeforeEur)}`;
  if (item.firstAlertBefore !== null && item.firstAlertAfter === null) return `${impact}; nothing pages.`;
  if (item.firstAlertBefore !== null && item.firstAlertAfter !== null && item.firstAlertAfter !== item.firstAlertBefore)
    return `${impact}; first alert ${at(file, item.firstAlertAfter)}, not ${at(file, item.firstAlertBefore).slice(3)}.`;
  return `${impact}.`;
}

/** Prevention: what was picked is worth what it saves when the same night is played again, net of effort on what does nothing. */
export function judgePrevention(file: CaseFile, proven: ProvenPreventions | null): ScorePart {
  const pick = acceptedOf(file.trace, 'pick-preventions').at(-1);
  const picked = pickedPreventions(file.scenario, file.trace);
  if (proven === null) {
    const effort = picked.reduce((sum, one) => sum + one.effort, 0);
    const text =
      picked.length === 0
        ? 'Nothing was picked to prevent it.'
        : `The items picked take ${effort} effort points; there are ${BOUNDS.effortPoints}.`;
    return scorePart('prevention', TITLE, W.max, [line(0, W.max, pick?.tick ?? null, text, CITES.prevention)]);
  }
  const { all, items } = proven;
  const cites = (id: string): readonly string[] => picked.find((one) => one.id === id)?.cites ?? CITES.prevention;
  const saved = all.impactBeforeEur <= 0 ? 0 : (all.impactBeforeEur - all.impactAfterEur) / all.impactBeforeEur;
  const quiet = file.variant.recommended.leaveAlone !== null && items.some((item) => item.helps);
  const share = quiet ? 1 : Math.max(0, Math.min(1, saved / BOUNDS.provenShare));
  const effort = items.reduce((sum, item) => sum + item.effort, 0);
  const idle = items.reduce((sum, item) => (item.helps ? sum : sum + item.effort), 0);
  const earned = W.max * share;
  const together = `Together, the same night costs ${euro(all.impactAfterEur)}, not ${euro(all.impactBeforeEur)}: ${formatValue(Math.abs(saved), 'share')} ${saved < 0 ? 'more' : 'less'}.`;
  const helping = items.filter((item) => item.helps);
  const lines = [
    line(earned, W.max, pick?.tick ?? null, together, helping.length > 0 ? helping.flatMap((item) => cites(item.id)) : CITES.prevention),
  ];
  for (const item of items) {
    const costs = item.helps ? 0 : (-earned * item.effort) / effort;
    lines.push(
      line(
        costs,
        0,
        pick?.tick ?? null,
        `${itemText(file, item)}${item.helps || idle === 0 ? '' : ` ${item.effort} of ${effort} effort points without effect.`}`,
        cites(item.id),
      ),
    );
  }
  return scorePart('prevention', TITLE, W.max, lines);
}
