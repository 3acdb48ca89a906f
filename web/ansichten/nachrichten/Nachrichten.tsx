import { Seite } from '../../bausteine/Seite.tsx';

export default function Nachrichten() {
  return <Seite titel="Nachrichten">{null}</Seite>;
}
