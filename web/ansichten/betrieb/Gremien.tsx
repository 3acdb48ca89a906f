import { Seite } from '../../bausteine/Seite.tsx';

export default function Gremien() {
  return <Seite titel="Gremien">{null}</Seite>;
}
