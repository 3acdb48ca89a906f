import { legeAblage, liesAblage } from './ablage.ts';

export const themen = ['system', 'light', 'dark'] as const;
export type Thema = (typeof themen)[number];

const ablage = 'gw:thema';

export function thema(): Thema {
  return themen.find((t) => t === liesAblage(ablage)) ?? 'system';
}

export function waehleThema(neu: Thema): void {
  legeAblage(ablage, neu);
  wendeThemaAn();
}

/** Light, dark, or as the device says. */
export function wendeThemaAn(): void {
  const gewaehlt = thema();
  if (gewaehlt === 'system') document.documentElement.removeAttribute('data-kern-theme');
  else document.documentElement.dataset.kernTheme = gewaehlt;
}
