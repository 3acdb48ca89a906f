import { aufgaben, mitglied, ohneAufgaben } from './schirme/aufgaben.ts';
import { ohneStoerung } from './schirme/betrieb.ts';
import { pruefeGruppen } from './schirme/lauf.ts';
import { nachschlagen, nichtsNeues } from './schirme/nachschlagen.ts';
import { neueVorlage } from './schirme/neueVorlage.ts';
import { ohneSitzung } from './schirme/sitzung.ts';
import {
  vorlageDerSachbearbeitung,
  vorlageDesDezernats,
  vorlageDesMitglieds,
  vorlageDesSitzungsdienstes,
} from './schirme/vorlage.ts';

// From the first word to the desk of the Gremium; what follows is in schirmeNachher.test.ts.
pruefeGruppen([
  aufgaben,
  ohneAufgaben,
  mitglied,
  neueVorlage,
  vorlageDerSachbearbeitung,
  vorlageDesDezernats,
  vorlageDesMitglieds,
  vorlageDesSitzungsdienstes,
  nachschlagen,
  nichtsNeues,
  ohneSitzung,
  ohneStoerung,
]);
