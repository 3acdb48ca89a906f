import { Seite } from '../../bausteine/Seite.tsx';

export default function Tastatur() {
  return <Seite titel="Tastatur">{null}</Seite>;
}
