/** With a capital letter, as a sentence begins. */
export function gross(satz: string): string {
  return satz.charAt(0).toUpperCase() + satz.slice(1);
}
