import { macheSpeicher } from './speicher.ts';

/** What the live region says next to those who do not see the page. */
export const ansage = macheSpeicher('');

let gleich: string[] = [];

/** Says a sentence once; the same sentence again is spoken again, and what comes at the same time follows it. */
export function sage(satz: string): void {
  gleich.push(satz);
  if (gleich.length > 1) return;
  ansage.setze('');
  setTimeout(() => {
    ansage.setze(gleich.join(' '));
    gleich = [];
  }, 50);
}
