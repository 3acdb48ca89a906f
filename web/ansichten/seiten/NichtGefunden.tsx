import { Seite } from '../../bausteine/Seite.tsx';

export default function NichtGefunden() {
  return <Seite titel="NichtGefunden">{null}</Seite>;
}
