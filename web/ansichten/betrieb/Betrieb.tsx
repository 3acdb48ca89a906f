import { Seite } from '../../bausteine/Seite.tsx';

export default function Betrieb() {
  return <Seite titel="Betrieb">{null}</Seite>;
}
