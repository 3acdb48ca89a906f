import { expect, it } from 'vitest';
import { zeigeFortschritt } from '../../../bin/stadt/fortschritt.ts';

function gezeigt(isTTY: boolean): string {
  let text = '';
  const zeige = zeigeFortschritt({ isTTY, write: (stueck) => (text += stueck) });
  for (const bisher of [0, 1, 1, 2, 3, 3]) zeige(bisher, 3);
  return text;
}
const zeile = (n: number) => `Richte die Musterstadt ein … ${n} von 3 Vorlagen`;

it('zählt an einem Bildschirm in einer Zeile hoch', () => {
  expect(gezeigt(true)).toBe(`\r${zeile(0)}\r${zeile(1)}\r${zeile(2)}\r${zeile(3)}\n`);
});

it('schreibt in eine Datei nur Anfang und Ende, jedes einmal', () => {
  expect(gezeigt(false)).toBe(`${zeile(0)}\n${zeile(3)}\n`);
});
