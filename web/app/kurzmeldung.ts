let wartet: string | null = null;

/** What just happened, for the screen that is shown next: said with its title and written on top of it. */
export function melde(satz: string): void {
  wartet = satz;
}

export function nimmKurzmeldung(): string | null {
  const satz = wartet;
  wartet = null;
  return satz;
}
