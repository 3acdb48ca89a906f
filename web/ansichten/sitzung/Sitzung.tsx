import { Seite } from '../../bausteine/Seite.tsx';

export default function Sitzung() {
  return <Seite titel="Sitzung">{null}</Seite>;
}
