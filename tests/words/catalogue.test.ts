import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { spokenIn } from './spoken.ts';

const root = fileURLToPath(new URL('../../src/', import.meta.url));
const modules = (folder: string): string[] =>
  readdirSync(`${root}${folder}`, { recursive: true, encoding: 'utf8' })
    .filter((path) => /\.tsx?$/.test(path))
    .map((path) => `${folder}/${path}`.replaceAll('\\', '/'));

/** Folders whose words stand in the catalogue: `words` of `domain` and of `game`. */
const FOLDERS = ['ui', 'game', 'scene', 'platform', 'domain', 'parts', 'sim', 'policy', 'judge', 'story'] as const;

/** Modules that hold nothing but what simulated software writes, which is in no language of the page. */
const WRITTEN_BY_SOFTWARE: Readonly<Record<string, string>> = {
  'sim/serving/log-families.ts': 'lines of logs',
  'sim/exposure/log-families.ts': 'lines of logs',
  'sim/scoring/pipeline-log.ts': 'lines of a log',
  'sim/serving/monitoring.ts': 'help of counters',
};

/** Texts that look like words and are none: what they are, by module. */
const NOT_WORDS: Readonly<Record<string, readonly string[]>> = {
  'game/commands/command.ts': ['Look', 'Mitigate', 'Fix', 'Tell', 'Prove', 'Board', 'Time', 'Show', 'Go', 'Settings', 'Terms'], // ids of groups
  'game/guide/coach.ts': ['… since …'], // a key
  'game/debrief-state.ts': ['in control'], // a feeling as it is kept
  'game/inspect-facts.ts': ['field type', 'missing share'], // what is measured, as keys of readings say it
  'game/map-geography.ts': ['district …'], // of a stream of chance
  'judge/cause.ts': ['causes.excluded on the board'], // what figures count, by which they are looked up
  'judge/communication.ts': ['seconds without a word'],
  'judge/wording.ts': ['seconds since the page'],
  'judge/parting.ts': ['scenario version'], // the id of a condition
  'policy/model-checklist.ts': ['same people'], // words by which a checklist knows a cause
  'scene/display-list.ts': ['dashed ring', 'thin ring', 'filled ring'], // the id of a shape
  'scene/painter.ts': ['… …px …', '… 16px …'], // fonts
  'scene/mount.ts': ['given up'], // a state of the map, which the panel puts into words
  'ui/play/play-screen.tsx': ['.phone-tabs button:nth-child(2)'],
  'ui/shell/shortcuts.ts': ['input:not([type=checkbox]):not([type=radio]):not([type=range]), textarea, select'],
  'scene/words.ts': [
    "'Atkinson Hyperlegible', Verdana, sans-serif",
    "Overpass, 'Trebuchet MS', sans-serif",
    "'B612 Mono', 'DejaVu Sans Mono', monospace",
  ],
  'sim/serving/catalogue.ts': [
    '1 while the autoscaler wants more replicas than it may have.', // help of series
    'Replicas the autoscaler may have at most.',
    'Population stability index of the score against last week, from a sample of 1,00',
    'p95 of the slowest serving version over that of the fastest.',
  ],
  'sim/scoring/plant.ts': [
    'Cost of decisions beyond an ordinary time.',
    'Cost of people beyond the normal number.',
    'Cost of runs on request.',
  ], // help of counters
  'sim/exposure/plant.ts': ['Arrivals since the start.', 'Clicks since the start.', 'Successes since the start.'], // likewise
  'sim/serving/controllers.ts': [
    'deploy controller put … back: the registry names it champion', // entries that controllers make in the change history
    'manual replica count lapsed: the autoscaler decides again',
    'latency gate stopped … and rolled it back',
  ],
  'sim/serving/look-trace.ts': ['gateway POST /score', 'model …', 'partition p17', 'inference …'], // spans and their notes
  'sim/serving/charts.ts': ['breaker feature-store', 'breaker merchant-risk'], // ids of statecharts
  'sim/serving/plant.ts': ['breaker feature-store', 'breaker merchant-risk'],
  'sim/serving/instruments.ts': ['cpu …'], // ids of estimates
  'sim/exposure/create.ts': ['candidate …'],
};

const checked = ['main.tsx', ...FOLDERS.flatMap(modules)].filter((path) => !/^\w+\/words\//.test(path));
const found = checked.map((path) => ({ path, spoken: spokenIn(readFileSync(`${root}${path}`, 'utf8'), path) }));

describe('the catalogue of words', () => {
  it('holds every text that people read: none stands in the code of a screen, of the world or of the judge', () => {
    const spoken = found
      .filter(({ path }) => !(path in WRITTEN_BY_SOFTWARE))
      .flatMap(({ path, spoken }) =>
        spoken.filter(({ text }) => !(NOT_WORDS[path] ?? []).includes(text)).map(({ line, text }) => `src/${path}:${line} ${text}`),
      );
    expect(spoken).toEqual([]);
  });

  it('is asked for no exception that nothing needs', () => {
    const texts = new Map(found.map(({ path, spoken }) => [path, new Set(spoken.map(({ text }) => text))]));
    const idle = Object.entries(NOT_WORDS).flatMap(([path, all]) =>
      all.filter((text) => texts.get(path)?.has(text) !== true).map((text) => `${path} ${text}`),
    );
    const quiet = Object.keys(WRITTEN_BY_SOFTWARE).filter((path) => (texts.get(path)?.size ?? 0) === 0);
    expect([...idle, ...quiet]).toEqual([]);
  });

  it.each([
    ['text between tags', '<p>Time goes on</p>'],
    ['one word', '<button>Pause</button>'],
    ['a label', '<button aria-label="Close the room" />'],
    ['a sentence put together', 'const says = `There are ${n} runs`;'],
    ['the words of a command', "const go = command('home/start', 'Go', 'Start your shift');"],
    ['a word before a figure', 'const label = `By ${title}`;'],
    ['the title of a figure', "const metric = { key: 'store.connections', title: 'Open connections', unit: 'count' };"],
    ['a refusal', 'const refusal = on ? null : `the timeout is already ${ms} ms`;'],
    ['what a look found', 'return { title, readings, finding: `${n} rows against those of the evaluation.` };'],
    ['a choice', "const title = late ? 'Too late' : 'In time';"],
  ])('would be missed if it stood in the code: %s', (_, code) => {
    expect(spokenIn(code, 'planted.tsx')).toHaveLength(code.includes('Too late') ? 2 : 1);
  });

  it.each([
    ['classes', '<p class="button primary" />'],
    ['what is asked of the device', "const day = matchMedia('(prefers-color-scheme: light)');"],
    ['keys', "if (key === 'Escape') close();"],
    ['what is compared', "if (what === 'given up') stop();"],
    ['what only developers meet', "throw new Error('expected a run, got none');"],
    ['the id and the group of a command', "const go = command('home/start', 'Go', words.start);"],
    ['keys of records', "const charts = { 'breaker feature-store': breaker };"],
    ['keys of series', 'const key = `logs.${slug}.count`;'],
    ['streams of chance', "const draw = keyedDraw(seed, 'successes', `sample ${of}`, tick, 0);"],
    ['what the author of a scenario file is told', "const id = z.string().regex(/^a/, 'expected a lower-case slug');"],
    [
      'what the author of a scenario file may drive',
      "const faultInputs = { max: { unit: 'replicas', says: 'the most replicas that quota allows' } };",
    ],
    ['the help of an exporter', "const one = { prometheus: { name: 'calls', help: 'Attempts per inbound request, last minute.' } };"],
    ['modules', "import { a } from './two words.ts';"],
  ])('leaves alone what is for the machine: %s', (_, code) => {
    expect(spokenIn(code, 'planted.tsx')).toEqual([]);
  });
});
