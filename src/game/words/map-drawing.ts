import { inLanguage } from '../../domain/words/language.ts';

/** States in which nothing goes on: the ring is enough. */
const QUIET: ReadonlySet<string> = new Set([
  ...['normal', 'healthy', 'steady', 'stable', 'closed', 'off', 'idle', 'fresh', 'answering', 'ordinary', 'passing', 'current', 'short'],
  ...['scheduled', 'planned', 'not-out', 'not-started', 'by-model', 'as-usual', 'as-trained', 'as-released', 'within-budget'],
]);

/** What others are called beside a station, where the name of the state alone says too little. */
const STATES: Readonly<Record<string, string>> = {
  surge: 'more than usual',
  thin: 'fewer than usual',
  enrolling: 'a test enrolling',
  dented: 'some harm',
  long: 'long queue',
  overflowing: 'queue overflows',
  warned: 'checks warn',
  quarantining: 'checks hold rows back',
  shifted: 'rows drifted',
  gated: 'at the gate',
  held: 'promotion held',
  fallback: 'fallback serves',
  amber: 'guardrail amber',
  worse: 'worse than usual',
  promoted: 'new version promoted',
};

const MINUS = ' − ';

/** What stays on one line: a figure with its unit. */
const bound = (text: string): string => text.replaceAll(' ', '\u00a0');

const en = {
  legend: {
    worth: (perDot: number, of: string) => `= ${perDot} ${of}/s`,
    worthAtMost: (perDot: number, of: string) => `= up to ${perDot} ${of}/s`,
    worthAndSpeed: (perDot: number, of: string) => `= ${perDot} ${of}/s at normal speed; speed = 1 / latency`,
    requests: 'requests',
    request: 'request',
    feature: 'feature',
    label: 'label',
    notLookedAt: 'not looked at yet',
  },
  normal: (latency: string) => `normal ${latency}`,
  isNormal: (latency: string) => `${latency}, normal`,
  besideNormal: (latency: string, normal: string) => `${latency} (normal ${normal})`,
  figure: (label: string, value: string) =>
    label.includes(MINUS) ? `${label.replaceAll(MINUS, bound(MINUS))} ${bound(`= ${value}`)}` : `${label} ${bound(value)}`,
  silent: (clock: string) => `no signal since ${clock}`,
  /** A state beside a station; null for none. */
  state: (state: string): string | null => (QUIET.has(state) ? null : (STATES[state] ?? state.replaceAll('-', ' '))),
  late: (time: string) => `labels come after ${time}`,
  oneRing: (time: string) => `one ring: ${time}`,
  labelLine: 'Label line',
};

/** Words in the drawing of the map. */
export const mapDrawingWords = inLanguage({ en });
