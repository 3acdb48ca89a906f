/** Signs of Windows-1252 that Latin-1 has elsewhere: the encoding that every PDF reader knows its fonts by. */
const winAnsi: Readonly<Record<string, number>> = {
  '€': 0x80,
  '„': 0x84,
  '“': 0x93,
  '”': 0x94,
  '’': 0x92,
  '–': 0x96,
  '…': 0x85,
};

/** A literal string of a content stream (ISO 32000-1, 7.3.4.2). */
function literal(text: string): string {
  const zeichen = [...text].map((z) => String.fromCharCode(winAnsi[z] ?? z.charCodeAt(0)));
  return `(${zeichen.join('').replaceAll(/[\\()]/g, '\\$&')})`;
}

/** A small, valid PDF of one page with its title and these lines: stands for an attachment. */
export function kleinesPdf(titel: string, zeilen: readonly string[] = []): Uint8Array {
  const rumpf = zeilen.flatMap((zeile) => ['T*', `${literal(zeile)} Tj`]);
  const inhalt = ['BT /F1 16 Tf 18 TL 72 760 Td', `${literal(titel)} Tj /F1 11 Tf T*`, ...rumpf, 'ET'].join(
    '\n',
  );
  const objekte = [
    '<< /Type /Catalog /Pages 2 0 R /Lang (de-DE) >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 5 0 R /Resources << /Font << /F1 6 0 R >> >> >>',
    `<< /Title (${titel.replaceAll(/[^A-Za-z0-9 ]/g, '')}) >>`,
    `<< /Length ${inhalt.length} >>\nstream\n${inhalt}\nendstream`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>',
  ];
  let text = '%PDF-1.4\n';
  const stellen: number[] = [];
  for (const [i, objekt] of objekte.entries()) {
    stellen.push(text.length);
    text += `${i + 1} 0 obj\n${objekt}\nendobj\n`;
  }
  const anfang = text.length;
  text += `xref\n0 ${objekte.length + 1}\n0000000000 65535 f \n`;
  for (const s of stellen) text += `${String(s).padStart(10, '0')} 00000 n \n`;
  text += `trailer\n<< /Size ${objekte.length + 1} /Root 1 0 R /Info 4 0 R >>\nstartxref\n${anfang}\n%%EOF\n`;
  return new Uint8Array(Buffer.from(text, 'latin1'));
}
