import { macheSpeicher } from './speicher.ts';

/** What the live region says next to those who do not see the page. */
export const ansage = macheSpeicher('');

/** Says a sentence once; the same sentence again is spoken again. */
export function sage(satz: string): void {
  ansage.setze('');
  setTimeout(() => ansage.setze(satz), 50);
}
