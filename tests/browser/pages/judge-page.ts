import { lossReport } from '../../../src/judge/loss/loss.ts';
import { decodeLink } from '../../../src/run/link.ts';
import { openCatalogue, type CatalogueFiles } from '../../../src/scenario/catalogue.ts';

declare global {
  interface Window {
    lossText: typeof lossText;
  }
}

/** The loss analysis of a link's run, as text to the last digit. */
function lossText(files: CatalogueFiles, link: string): string {
  const decoded = decodeLink(link);
  if (!decoded.ok) throw new Error(decoded.reason);
  return JSON.stringify(lossReport(openCatalogue(files).scenario(decoded.record.scenario), decoded.record));
}

window.lossText = lossText;
