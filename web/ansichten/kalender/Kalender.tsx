import { Seite } from '../../bausteine/Seite.tsx';

export default function Kalender() {
  return <Seite titel="Kalender">{null}</Seite>;
}
