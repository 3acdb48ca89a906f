import type { Nachricht } from '../../domain/nachrichten/nachricht.ts';
import { texte, vorlagenzeile } from './texte.ts';

export interface Mail {
  readonly betreff: string;
  readonly text: string;
  readonly html: string;
}

interface Rahmen {
  readonly name: string;
  /** Base URL of the system, without a slash at its end. */
  readonly adresse: string;
}

/**
 * One mail of one or more messages (a daily digest has several). It holds number, title and a link that
 * asks for login, never a link that decides: mail scanners click links.
 */
export function schreibeMail(nachrichten: readonly Nachricht[], rahmen: Rahmen): Mail {
  const abschnitte = nachrichten.map((n) => {
    const text = texte[n.anlass];
    return {
      titel: text.betreff(n),
      zeile: vorlagenzeile(n),
      saetze: text.saetze(n).filter((s): s is string => s !== null),
      verweis: n.vorlage ? `${rahmen.adresse}/vorlagen/${n.vorlage}` : rahmen.adresse,
    };
  });
  const einzeln = abschnitte.length === 1 ? abschnitte[0] : undefined;
  const betreff = einzeln?.titel ?? `Gremienweg: ${abschnitte.length} Neuigkeiten`;
  const text = [
    `Guten Tag ${rahmen.name},`,
    ...abschnitte.map((a) =>
      [
        ...(einzeln ? [a.zeile] : [a.titel]),
        '',
        ...a.saetze,
        '',
        `Ansehen (mit Anmeldung): ${a.verweis}`,
      ].join('\n'),
    ),
    'Diese Mail wurde von Gremienweg geschrieben. Bitte antworten Sie nicht darauf.',
  ].join('\n\n');
  const html = [
    '<!doctype html><html lang="de"><head><meta charset="utf-8"><title>',
    maskiere(betreff),
    '</title></head><body style="font-family:sans-serif;font-size:16px;line-height:1.5;color:#1a1a1a;max-width:40em">',
    `<p>Guten Tag ${maskiere(rahmen.name)},</p>`,
    ...abschnitte.map(
      (a) =>
        `<h1 style="font-size:18px">${maskiere(einzeln ? a.zeile : a.titel)}</h1>${a.saetze
          .map((s) => `<p>${maskiere(s)}</p>`)
          .join('')}<p><a href="${maskiere(a.verweis)}">${maskiere(a.zeile)} ansehen (mit Anmeldung)</a></p>`,
    ),
    '<p style="font-size:14px;color:#555">Diese Mail wurde von Gremienweg geschrieben. Bitte antworten Sie nicht darauf.</p>',
    '</body></html>',
  ].join('');
  return { betreff: einzeilig(betreff), text: `${text}\n`, html };
}

function maskiere(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');
}

/** No line break may reach a mail header (header injection). */
function einzeilig(text: string): string {
  return text.replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ').slice(0, 300);
}
