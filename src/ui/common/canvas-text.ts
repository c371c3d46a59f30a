const WIDE = new Set([':', ',', '.', ' ']);

const advance = (letter: string, cell: number, size: number): number => (WIDE.has(letter) ? cell - 0.3 * size : cell);

/**
 * Draws a text in B612 Mono with the four full-cell characters tight, as `Mono` does in the page.
 * @param size of the font in canvas pixels; the context's font is set already
 */
export function drawTight(
  context: CanvasRenderingContext2D,
  text: string,
  x: number,
  y: number,
  align: 'left' | 'center' | 'right',
  size: number,
): void {
  const cell = context.measureText('0').width;
  let width = 0;
  for (const letter of text) width += advance(letter, cell, size);
  let at = align === 'left' ? x : align === 'center' ? x - width / 2 : x - width;
  context.textAlign = 'left';
  for (const letter of text) {
    context.fillText(letter, at, y);
    at += advance(letter, cell, size);
  }
}
