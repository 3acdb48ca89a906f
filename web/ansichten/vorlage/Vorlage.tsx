import { Seite } from '../../bausteine/Seite.tsx';

export default function Vorlage() {
  return <Seite titel="Vorlage">{null}</Seite>;
}
