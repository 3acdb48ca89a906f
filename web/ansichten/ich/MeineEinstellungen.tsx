import { Seite } from '../../bausteine/Seite.tsx';

export default function MeineEinstellungen() {
  return <Seite titel="MeineEinstellungen">{null}</Seite>;
}
