import type uPlot from 'uplot';

/**
 * Lets a finger or a pen choose a stretch by a drag along the chart. Up and down still scrolls the page, and two fingers still enlarge it.
 * @param leastPx a shorter drag is a tap @param choose takes the stretch when the finger is lifted, in px from the left of the drawing
 */
export function brushByTouch(plot: uPlot, leastPx: number, choose: (leftPx: number, rightPx: number) => void): void {
  const { over } = plot;
  over.style.touchAction = 'pan-y pinch-zoom';
  let finger: { readonly id: number; readonly fromPx: number } | null = null;
  const across = (event: PointerEvent): number => {
    const box = over.getBoundingClientRect();
    return Math.min(box.width, Math.max(0, event.clientX - box.left));
  };
  const show = (leftPx: number, width: number): void =>
    plot.setSelect({ left: leftPx, top: 0, width, height: width === 0 ? 0 : over.clientHeight }, false);
  const stop = (): void => {
    if (finger !== null) show(0, 0);
    finger = null;
  };
  over.addEventListener('pointerdown', (event) => {
    if (event.pointerType === 'mouse') return; // the plot itself sees to that
    const second = finger !== null;
    stop();
    if (!second) finger = { id: event.pointerId, fromPx: across(event) };
  });
  over.addEventListener('pointermove', (event) => {
    if (event.pointerId !== finger?.id) return;
    const at = across(event);
    const width = Math.abs(at - finger.fromPx);
    if (width >= leastPx) show(Math.min(at, finger.fromPx), width);
    else show(0, 0);
  });
  over.addEventListener('pointerup', (event) => {
    if (event.pointerId !== finger?.id) return;
    const { fromPx } = finger;
    const at = across(event);
    stop();
    if (Math.abs(at - fromPx) >= leastPx) choose(Math.min(at, fromPx), Math.max(at, fromPx));
  });
  over.addEventListener('pointercancel', stop); // the page scrolls
}
