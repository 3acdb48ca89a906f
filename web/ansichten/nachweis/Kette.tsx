import { Seite } from '../../bausteine/Seite.tsx';

export default function Kette() {
  return <Seite titel="Kette">{null}</Seite>;
}
