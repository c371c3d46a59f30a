import { inLanguage } from './language.ts';

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
  figure: (label: string, value: string) => `${label} ${value}`,
  silent: (clock: string) => `no signal since ${clock}`,
  late: (time: string) => `arrives in ${time}`,
  oneRing: (time: string) => `one ring: ${time}`,
  labelLine: 'Label line',
};

/** Words in the drawing of the map. */
export const mapDrawingWords = inLanguage({ en });
