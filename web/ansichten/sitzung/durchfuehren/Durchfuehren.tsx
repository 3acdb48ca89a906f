import type { Phasenangaben } from '../typen.ts';

export default function Durchfuehren({ sitzung }: Phasenangaben) {
  return <p>{sitzung.tops.length} Tagesordnungspunkte</p>;
}
