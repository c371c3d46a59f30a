import { formatValue, type Unit } from './metric.ts';

const NOW = '{now}'; // stands for the figure at the moment of the page

/** What a page says, with the figure that it was sent for. @param page null before it: then without a figure */
export const pageText = (text: string, page: { readonly value: number; readonly unit: Unit } | null): string =>
  text.replaceAll(NOW, page === null ? '…' : formatValue(page.value, page.unit));

/** Placeholders in a text that nothing stands for. */
export const unknownPlaceholders = (text: string): readonly string[] => (text.match(/\{[^}]*\}/g) ?? []).filter((one) => one !== NOW);
