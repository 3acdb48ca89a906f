import { Seite } from '../../bausteine/Seite.tsx';

export default function NeueVorlage() {
  return <Seite titel="NeueVorlage">{null}</Seite>;
}
