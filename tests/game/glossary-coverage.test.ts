import { describe, expect, it } from 'vitest';
import type { Run } from '../../src/run/run.ts';
import { withTerms } from '../../src/game/glossary-find.ts';
import { GLOSSARY } from '../../src/game/glossary.ts';
import { DRILLS, lookedAtAll } from './all-looks.ts';

/** Words of the field, as patterns: who meets one on a screen for the first time can look it up. */
const FIELD: readonly RegExp[] = [
  /\bPSI\b/, /\bKS\b/, /\bAUC\b/, /\bCPU\b/, /\b5xx\b/, /\bp\d\d\b/, /\bburn rate\b/i, /\bcanary\b/i, /\bCBPE\b/, /\bdrift\b/i, /\bskew\b/i,
  /\blineage\b/i, /\bchampion\b/i, /\bchallenger\b/i, /\bcandidate\b/i, /\bshadow\b/i, /\bblue.green\b/i, /\bramp\b/i, /\bguardrail\b/i,
  /\bregistry\b/i, /\bmodel cards?\b/i, /\balias\b/i, /\bfeature store\b/i, /\bfeatures?\b/i, /\bjoins?\b/i, /\bschema\b/i, /\badapter\b/i,
  /\bsnapshot\b/i, /\bbackfill\b/i, /\bbacktest\b/i, /\bmissing\b/i, /\bunknown values\b/i, /\breference\b/i, /\bbaseline\b/i,
  /\bsegments?\b/i, /\bcut-off\b/i, /\bthreshold\b/i, /\boverrides?\b/i, /\bagainst the model\b/i, /\bgate\b/i, /\bevaluation set\b/i,
  /\bestimated without labels\b/i, /\blabels?\b/i, /\bautoscaler\b/i, /\breplicas?\b/i, /\bpods?\b/i, /\bbreaker\b/i, /\bretries\b/i,
  /\btimeout\b/i, /\bfallback\b/i, /\bcache\b/i, /\bpartition\b/i, /\bconnections?\b/i, /\bsaturation\b/i, /\bshed\b/i, /\btrace\b/i,
  /\bpercentile\b/i, /\bconversion\b/i, /\barm\b/i, /\bclick rate\b/i, /\bvariety of answers\b/i, /\bintervals?\b/i, /\bspreads?\b/i, /\bSLO\b/,
  /\berror budget\b/i, /\broll ?back\b/i, /\bretrain\b/i, /\bimput/i, /\bcalibrat/i, /\bimpact\b/i, /\bhotfix\b/i,
]; // prettier-ignore

/** Capitals that are no word of the field: proper names, verbs of a protocol. */
const PLAIN = ['CRM', 'POST', 'GET', 'INFO', 'WARN', 'ERROR', 'UTC', 'ID'];

/** Everything that heads something on the screens of a drill: charts, figures, looks, changes, evidence, columns of tables. */
function headsOf(run: Run): readonly string[] {
  const { dashboards, evidence, stations, alerts } = run.observe();
  const menu = run.menu();
  return [
    ...dashboards.flatMap(({ title, panels }) => [
      title,
      ...panels.flatMap((panel) => [panel.title, ...panel.series.map(({ metric }) => metric.title)]),
    ]),
    ...evidence.flatMap(({ title, body }) => [title, ...('columns' in body ? body.columns.map((column) => column.title) : [])]),
    ...stations.flatMap(({ figures }) => figures.map(({ label }) => label)),
    ...alerts.map(({ text }) => text),
    ...menu.looks.map(({ label }) => label),
    ...menu.changes.map(({ label }) => label),
  ];
}

const heads = [...new Set(DRILLS.flatMap((id) => headsOf(lookedAtAll(id, '11'))))];

/** Whether the glossary marks something that lies on a stretch of a text, or has the stretch as another form of a term. */
function isTold(text: string, from: number, to: number): boolean {
  const said = text.slice(from, to).toLowerCase();
  if (GLOSSARY.some(({ name, forms }) => [name, ...forms].some((form) => form.toLowerCase() === said))) return true;
  let at = 0;
  for (const piece of withTerms(text)) {
    const end = at + piece.text.length;
    if (piece.term !== null && at < to && end > from) return true;
    at = end;
  }
  return false;
}

const untold = (patterns: readonly RegExp[]): ReadonlyMap<string, string> => {
  const found = new Map<string, string>();
  for (const text of heads)
    for (const pattern of patterns)
      for (const match of text.matchAll(new RegExp(pattern.source, `${pattern.flags}g`)))
        if (!PLAIN.includes(match[0]) && !isTold(text, match.index, match.index + match[0].length)) found.set(match[0].toLowerCase(), text);
  return found;
};

describe('what screens call things', () => {
  it('is read from all six systems', () => expect(heads.length).toBeGreaterThan(200));

  it('every word of the field in a title has an entry in the glossary', () => {
    const said = FIELD.filter((pattern) => heads.some((text) => pattern.test(text)));
    console.info(`of ${FIELD.length} words of the field, titles say ${said.length}`);
    expect(said.length).toBeGreaterThan(30);
    expect([...untold(FIELD)].map(([word, text]) => `${word} in "${text}"`)).toEqual([]);
  });

  it('every abbreviation in a title has an entry', () => {
    expect([...untold([/\b[A-Z]{2,}\b/, /\bp\d\d\b/])].map(([word, text]) => `${word} in "${text}"`)).toEqual([]);
  });
});
