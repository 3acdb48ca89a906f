import { describe, expect, it, vi } from 'vitest';
import { type Ausgang, ausgangseintrag, neuerAusgang } from '../../../lambdas/aws/akte/ausgang.ts';
import { zuAttributen } from '../../../lambdas/aws/akte/eintrag.ts';
import { schluesselbund } from '../../../lambdas/aws/akte/schluessel.ts';
import { verarbeite } from '../../../lambdas/strom/strom.ts';
import type { DynamoDBStreamEvent } from '../../../lambdas/strom/stromereignis.ts';

const akte = { schluessel: schluesselbund('stadt') } as Parameters<typeof ausgangseintrag>[0];

function satz(nummer: string, schluessel: string) {
  const ausgang = neuerAusgang('mail', schluessel, {}, '2026-03-24T08:00:00.000Z');
  return { dynamodb: { SequenceNumber: nummer, NewImage: zuAttributen(ausgangseintrag(akte, ausgang)) } };
}
const ereignis = (...Records: ReturnType<typeof satz>[]): DynamoDBStreamEvent => ({ Records });

describe('ein Stapel des Stroms', () => {
  it('erledigt die Arbeit einer Vorlage der Reihe nach und die mehrerer nebeneinander', async () => {
    const verlauf: string[] = [];
    let beideBegonnen = () => {};
    const beide = new Promise<void>((fertig) => {
      beideBegonnen = fertig;
    });
    const erledige = async ({ schluessel }: Ausgang) => {
      verlauf.push(`${schluessel} beginnt`);
      if (verlauf.includes('a#1 beginnt') && verlauf.includes('b#1 beginnt')) beideBegonnen();
      await beide;
      verlauf.push(`${schluessel} fertig`);
    };
    const antwort = await verarbeite(
      ereignis(satz('1', 'a#1'), satz('2', 'a#2'), satz('3', 'b#1')),
      erledige,
    );
    expect(antwort).toEqual({ batchItemFailures: [] });
    expect(verlauf.indexOf('a#2 beginnt')).toBeGreaterThan(verlauf.indexOf('a#1 fertig'));
    expect(verlauf).toHaveLength(6);
  });

  it('gibt nur zurück, was nicht einmal vermerkt werden konnte, und lässt dessen Reihe dort stehen', async () => {
    const fehler = vi.spyOn(console, 'error').mockImplementation(() => {});
    const getan: string[] = [];
    const erledige = async ({ schluessel }: Ausgang) => {
      if (schluessel === 'a#1') throw new Error('Die Datenbank antwortet nicht.');
      getan.push(schluessel);
    };
    const antwort = await verarbeite(
      ereignis(satz('1', 'a#1'), satz('2', 'a#2'), satz('3', 'b#1')),
      erledige,
    );
    expect(antwort).toEqual({ batchItemFailures: [{ itemIdentifier: '1' }] });
    expect(getan).toEqual(['b#1']);
    expect(String(fehler.mock.calls[0])).toContain('ausgang_unvermerkt');
    fehler.mockRestore();
  });

  it('gibt einen Satz zurück, den niemand lesen kann', async () => {
    const fehler = vi.spyOn(console, 'error').mockImplementation(() => {});
    const unlesbar = { dynamodb: { SequenceNumber: '7', NewImage: { pk: { S: 'x' }, sk: { S: 'A' } } } };
    const antwort = await verarbeite({ Records: [unlesbar] }, async () => {});
    expect(antwort).toEqual({ batchItemFailures: [{ itemIdentifier: '7' }] });
    fehler.mockRestore();
  });
});
