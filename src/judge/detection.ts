import type { Evidence } from '../domain/evidence.ts';
import { paceOf, type Tick } from '../domain/time.ts';
import { judgeDetectionWords as words } from '../domain/words/judge-detection.ts';
import { acceptedOf, type CaseFile } from './case-file.ts';
import { minutes } from './recovery.ts';
import { quote, worded, type Said } from './said.ts';
import { line, scorePart, type ScoreLine, type ScorePart } from './score-card.ts';
import { BOUNDS, CITES, WEIGHTS } from './weights.ts';
import { afterPage, at, idOf } from './wording.ts';

const W = WEIGHTS.detect;

/** How much longer a dashboard takes on this system than the minute that the bounds are made for. */
function lookPace({ brief, scenario }: CaseFile): number {
  const seconds = scenario.system.looks['look-dashboard'] ?? 60;
  return Math.max(1, seconds / (60 * paceOf(brief.tickSeconds)));
}

/** Of a run that was paged: full points up to a bound after the page, then falling in a straight line to a share of them (usually a third), and staying there. */
function bySpeed(file: CaseFile, points: number, tick: Tick, boundMinutes: number): number {
  const bound = Math.round(minutes(file.brief, boundMinutes) * lookPace(file) * file.reads.grace);
  const late = Math.max(0, tick - file.trace.pageTick! - bound);
  const least = file.reads.lateDetection;
  return points * Math.max(least, 1 - ((late / (bound * (BOUNDS.lateFactor - 1))) * (3 - 3 * least)) / 3);
}

/** The first piece of evidence of a kind; one opened before the page counts from the page on. */
function first(file: CaseFile, wanted: (evidence: Evidence) => boolean): { evidence: Evidence; tick: Tick } | null {
  const evidence = file.trace.evidence.find(wanted);
  return evidence === undefined ? null : { evidence, tick: Math.max(evidence.tick, file.trace.pageTick!) };
}

const showsMoney = (evidence: Evidence): boolean =>
  (evidence.look.type === 'look-dashboard' && evidence.look.dashboard === 'business') ||
  evidence.readings.some((reading) => reading.unit === 'eur' || reading.unit === 'eurPerMinute');

/** The dashboard on which the metric that paged stands beside the others. */
const showsPager =
  (file: CaseFile) =>
  (evidence: Evidence): boolean =>
    evidence.look.type === 'look-dashboard' && file.trace.shownOn(file.brief.pager.metric).includes(evidence.look.dashboard);

function acknowledged(file: CaseFile): ScoreLine {
  const entry = acceptedOf(file.trace, 'acknowledge')[0];
  if (entry === undefined) return line(0, W.acknowledge, null, worded(words.neverAcknowledged), CITES.acknowledge);
  return line(
    bySpeed(file, W.acknowledge, entry.tick, BOUNDS.acknowledgeMinutes),
    W.acknowledge,
    entry.tick,
    worded(words.acknowledged, at(file, entry.tick), afterPage(file, entry.tick)),
    CITES.acknowledge,
  );
}

function opened(
  file: CaseFile,
  what: Said,
  wanted: (evidence: Evidence) => boolean,
  points: number,
  bound: number,
  cites: readonly string[],
): ScoreLine {
  const found = first(file, wanted);
  if (found === null) return line(0, points, null, worded(words.notOpened, what), cites);
  const title = quote(found.evidence.title, `evidence.${found.evidence.id}.title`);
  return line(
    bySpeed(file, points, found.tick, bound),
    points,
    found.evidence.tick,
    worded(words.read, what, title, idOf(found.evidence), at(file, found.evidence.tick)),
    cites,
  );
}

function impactAssessed(file: CaseFile): ScoreLine {
  const found = first(file, showsMoney);
  if (found === null) return line(0, W.impact, null, worded(words.impactNotOpened), CITES.impact);
  const change = file.changes.find((one) => one.ground !== 'withdrawn');
  const before = change === undefined || found.evidence.tick <= change.entry.tick;
  const points = bySpeed(file, W.impact, found.tick, BOUNDS.impactMinutes) * (before ? 1 : file.reads.impactAfterChange);
  return line(
    points,
    W.impact,
    found.evidence.tick,
    worded(before ? words.impactReadBefore : words.impactReadAfter, at(file, found.evidence.tick), idOf(found.evidence)),
    CITES.impact,
  );
}

/** Detection and impact assessed: the page taken, the first pass made, the harm known. */
export function judgeDetection(file: CaseFile): ScorePart {
  const paged = file.trace.pageTick !== null;
  const lines = paged
    ? [
        acknowledged(file),
        opened(file, worded(words.firstLooks.pager), showsPager(file), W.dashboards, BOUNDS.dashboardMinutes, CITES.dashboards),
        opened(
          file,
          worded(words.firstLooks.changes),
          (evidence) => evidence.look.type === 'look-changes',
          W.changes,
          BOUNDS.changesMinutes,
          CITES.changes,
        ),
        impactAssessed(file),
      ]
    : [line(0, W.max, null, worded(words.nothingPaged), CITES.acknowledge)];
  return scorePart('detect', W.max, lines);
}
