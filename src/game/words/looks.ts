import type { DashboardId, Look } from '../../domain/action.ts';
import { inLanguage } from '../../domain/words/language.ts';

interface LookWords {
  readonly verb: string; // on its button
  readonly says: string; // what it will show
}

const looks: Readonly<Partial<Record<Look['type'], LookWords>>> = {
  'look-lineage': { verb: 'Follow', says: 'Which data and code made the model, version by version' },
  'look-distributions': { verb: 'Compare', says: 'Every feature against its reference, most changed first' },
  'look-segments': { verb: 'Split', says: 'The same figures, one row for each part' },
  'look-registry': { verb: 'Open', says: 'Versions, aliases and the model card' },
  'look-evaluation': { verb: 'Compare', says: 'What the model was judged on against what it meets' },
  'look-backtest': { verb: 'Score', says: 'Versions scored again on the same pinned rows' },
  'look-sample': { verb: 'Read', says: 'Decisions that people checked one by one' },
  'look-experiment': { verb: 'Read', says: 'Arms side by side, with their intervals' },
  'look-calendar': { verb: 'Open', says: 'Campaigns, app releases, experiments and holidays' },
  'look-messages': { verb: 'Read', says: 'What other teams wrote' },
};

const dashboards: Readonly<Record<DashboardId, string>> = {
  service: 'Latency, errors and requests at the gateway',
  versions: 'The same figures, one line for each model version',
  saturation: 'CPU, workers and queues of the pods',
  'feature-store': 'Reads, connections and partitions of the store',
  upstream: 'Calls to other services, timeouts and retries',
  business: 'What it costs the business, in euro and in what it sells',
  drift: 'How far inputs and scores lie from the training data',
  model: 'What the model scores, and how good it was once outcomes were known',
  data: 'Rows that came in, what is missing in them and how old they are',
  decisions: 'What is decided on the scores, and what people turned round',
  audience: 'Who is served: how many, and of which kind',
  release: 'The version on its way out: its share, its figures, its guardrails',
};

const en = {
  looks,
  dashboards,
  asks: {
    data: 'Has the data changed?',
    segments: 'Which part is different?',
    model: 'Is it the model?',
    experiment: 'What does the test say?',
    calendar: 'What happens outside the system?',
  },
  open: 'Open',
  takes: (time: string) => `takes ${time}`,
  button: (verb: string, look: string, time: string) => `${verb}: ${look}, takes ${time}`,
  oneAtATime: 'One look at a time: the one before is still under way.',
  looking: (until: string) => `Looking… the clock runs on to ${until}.`,
  waiting: (until: string) => `Waiting… the clock runs on to ${until}.`,
};

/** What the looks of the evidence panel are for, in a line, and what asking for one says. */
export const lookWords = inLanguage({ en });
