import { Seite } from '../../bausteine/Seite.tsx';

export default function Bearbeiten() {
  return <Seite titel="Bearbeiten">{null}</Seite>;
}
