import type { Evidence, Reading } from '../domain/evidence.ts';
import type { Brief } from '../scenario/brief.ts';
import type { SubjectId } from './words/board.ts';

interface Subject {
  readonly named: RegExp; // in the public words of a cause
  readonly read: RegExp; // where evidence speaks of it: "versions:model.cpu_share{v42}"
}

/**
 * What the public words of a cause are about, and which figures speak of that: the same for every drill and every cause, whatever is
 * true tonight. A figure is known by what was looked at and by its name.
 */
const SUBJECTS: Readonly<Record<SubjectId, Subject>> = {
  store: {
    named: /\b(feature store|partition|read from the store)/i,
    read: /:(store\.|trace\.features_get|logs\.(store|compaction|partition))|^feature-store:/,
  },
  calls: {
    named: /\b(retr(y|ies|ied)|timeouts?|lookups?|run out of time|a service that)\b|-risk\b/i,
    read: /:(upstream\.|trace\.merchant|logs\.(upstream|lookup|fallback))|^upstream:|fallback/,
  },
  versions: {
    named: /\b(versions?|v\d+|release|computing|larger image)\b/i,
    read: /^(versions|release|side):|:(changes\.model_deploy|trace\.inference|registry\.|backtest\.|model\.inference|experiment\.)/,
  },
  quality: {
    named: /\b(worse|badly|recommends|never learnt)\b/i,
    read: /^(?!client:|arm:).*:(evaluation\.|backtest\.|segments\.|difference\.segment|sample\.|model\.(live_auc|score|entropy|click)|registry\.champion_auc)/,
  },
  pods: {
    named: /\b(pods?|replicas?|container)\b/i,
    read: /:(model\.(pods|replicas|cpu|latency|queue|workers)|versions\.|release\.latency|logs\.(replica|pod|gc|queue)|trace\.(queue|inference))/,
  },
  demand: {
    named: /\b(arrives?|demand|traffic|busier|pool|buyers)\b/i,
    read: /:(gateway\.request|model\.(cpu_share|workers|queue|replicas)$|autoscaler\.|trace\.queue|audience\.arrivals|logs\.(access|queue)|successes\.plain)/,
  },
  settings: {
    named: /\b(configuration|sidecar|cut-off|lowered|screen|new page|patch|library)\b/i,
    read: /:(changes\.|decisions\.cutoff|registry\.library)|^(changes|messages):/,
  },
  sources: {
    named:
      /\b(cents|euros|encoder|unit|type|names|numbers?|match|join|fee|plan|default|device|feed|figure|stands still|stale|answers|the data)\b/i,
    read: /:(lineage\.|distributions\.|data\.|drift\.|logs\.(coerced|unmatched|defaulted|late)|backtest\.)|^(lineage|distributions):/,
  },
  people: {
    named: /\b(customers?|applicants?|market|channel|kind of|rare|visitors|cards|mix|who|abroad|technique)\b/i,
    read: /^(?!client:|arm:).*:(segments\.|difference\.segment|evaluation\.|experiment\.mix|data\.(label|rows)|distributions\.|drift\.|sample\.|audience\.arrivals)/,
  },
  outcomes: {
    named: /\b(leave|pays?|less often|harder|fraud|gets through|as good as|declined)\b/i,
    read: /:(segments\.(outcome|observed|spread|widest|narrowest)|data\.label|business\.(outcome|missed|false)|sample\.|model\.(live_auc|estimated))/,
  },
  staff: {
    named: /\b(staff|analysts?|refuses|counts twice)\b/i,
    read: /:(decisions\.(override|queue)|model\.estimated)|^(overridden|messages):/,
  },
  decisions: {
    named: /\b(cut-off|fraud|gets through|refuses|approve|counts)\b/i,
    read: /:(decisions\.|sample\.)/,
  },
  calendar: {
    named: /\b(campaign|season|sale|holiday|every year|competitor|test)\b/i,
    read: /:(calendar\.|successes\.(plain|baseline))|^(calendar|messages):/,
  },
  chance: {
    named: /\b(chance|unlucky|sample|holdout|split)\b/i,
    read: /:(experiment\.|release\.(decisions|success)|segments\.(gap|share)|difference\.|training\.|backtest\.)/,
  },
  age: {
    named: /\b(old|grown)\b/i,
    read: /:(model\.(age|live_auc)|registry\.|backtest\.|drift\.|evaluation\.)/,
  },
  client: {
    named: /\b(app|hides?)\b/i,
    read: /^client:|:(difference\.client|audience\.new_client|calendar\.app|model\.click)/,
  },
  experiment: {
    named: /\b(test|experiment|shipping)\b/i,
    read: /^arm:|:(difference\.arm|experiment\.arm|audience\.treated|calendar\.experiment)/,
  },
  caches: {
    named: /\b(cold|caches?|stale|image)\b/i,
    read: /:(logs\.(cache|pod|list)|store\.cache|release\.(latency|fallback))|fallback/,
  },
  training: {
    named: /\b(training|trained|learnt|holdout|library)\b/i,
    read: /:(training\.|registry\.|backtest\.|evaluation\.|logs\.errors)/,
  },
};

const SUBJECT_IDS = Object.keys(SUBJECTS) as readonly SubjectId[];

/** What the public words of a cause are about. */
export const subjectsOf = (text: string): readonly SubjectId[] => SUBJECT_IDS.filter((id) => SUBJECTS[id].named.test(text));

/** What was looked at, in one word: a dashboard, what figures are split by, the part whose logs were read. */
function lookedAt({ look }: Evidence, { system }: Pick<Brief, 'system'>): string {
  switch (look.type) {
    case 'look-dashboard':
      return look.dashboard;
    case 'look-segments':
      return look.by;
    case 'look-sample':
      return look.of;
    case 'look-logs':
      return system.stations.find(({ id }) => id === look.station)?.part ?? look.station;
    default:
      return look.type.replace('look-', '');
  }
}

/** Whether a piece of evidence speaks of a subject by this figure, or, where it is left out, by what was looked at alone. */
export const speaksOf = (subject: SubjectId, evidence: Evidence, brief: Pick<Brief, 'system'>, reading?: Reading): boolean =>
  SUBJECTS[subject].read.test(`${lookedAt(evidence, brief)}:${reading?.key ?? ''}`);
