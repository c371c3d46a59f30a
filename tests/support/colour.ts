type Triple = readonly [number, number, number];

/** Machado, Oliveira and Fernandes 2009, severity 1.0: rows over linear red, green and blue. */
export const VISIONS = [
  {
    vision: 'normal',
    rows: [
      [1, 0, 0],
      [0, 1, 0],
      [0, 0, 1],
    ],
  },
  {
    vision: 'protan',
    rows: [
      [0.152286, 1.052583, -0.204868],
      [0.114503, 0.786281, 0.099216],
      [-0.003882, -0.048116, 1.051998],
    ],
  },
  {
    vision: 'deutan',
    rows: [
      [0.367322, 0.860646, -0.227968],
      [0.280085, 0.672501, 0.047413],
      [-0.01182, 0.04294, 0.968881],
    ],
  },
  {
    vision: 'tritan',
    rows: [
      [1.255528, -0.076749, -0.178779],
      [-0.078411, 0.930809, 0.147602],
      [0.004733, 0.691367, 0.3039],
    ],
  },
] as const satisfies readonly { vision: string; rows: readonly [Triple, Triple, Triple] }[];

const dot = (a: Triple, b: Triple): number => a[0] * b[0] + a[1] * b[1] + a[2] * b[2];

/** Linear red, green and blue of "#0b1020". */
function linear(hex: string): Triple {
  if (!/^#[0-9a-f]{6}$/i.test(hex)) throw new Error(`expected a colour such as "#0b1020", got "${hex}"`);
  const part = (at: number): number => {
    const value = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  };
  return [part(1), part(3), part(5)];
}

const LUMINANCE: Triple = [0.2126, 0.7152, 0.0722];

/** WCAG contrast ratio, 1 to 21. */
export function contrast(one: string, other: string): number {
  const [dark, bright] = [dot(LUMINANCE, linear(one)), dot(LUMINANCE, linear(other))].sort((a, b) => a - b) as [number, number];
  return (bright + 0.05) / (dark + 0.05);
}

/** CIE L*a*b*, white D65. */
function lab(colour: Triple): Triple {
  const bent = (t: number): number => (t > 0.008856 ? Math.cbrt(t) : 7.787 * t + 16 / 116);
  const x = bent(dot([0.4124564, 0.3575761, 0.1804375], colour) / 0.95047);
  const y = bent(dot([0.2126729, 0.7151522, 0.072175], colour));
  const z = bent(dot([0.0193339, 0.119192, 0.9503041], colour) / 1.08883);
  return [116 * y - 16, 500 * (x - y), 200 * (y - z)];
}

/** ΔE 1976 between two colours as they are seen with that vision. */
export function distanceUnder(vision: (typeof VISIONS)[number]['vision'], one: string, other: string): number {
  const { rows } = VISIONS.find((each) => each.vision === vision)!;
  const seen = (hex: string): Triple => {
    const from = linear(hex);
    return lab(rows.map((row) => Math.min(1, Math.max(0, dot(row, from)))) as unknown as Triple);
  };
  const [a, b] = [seen(one), seen(other)];
  return Math.hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2]);
}
