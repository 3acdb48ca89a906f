import type { Phasenangaben } from '../typen.ts';

export default function Nachbereiten({ sitzung }: Phasenangaben) {
  return <p>{sitzung.tops.length} Tagesordnungspunkte</p>;
}
