import {
  ConditionalCheckFailedException,
  DeleteItemCommand,
  type DynamoDBClient,
  GetItemCommand,
  PutItemCommand,
} from '@aws-sdk/client-dynamodb';

/**
 * Task tokens, in a table of their own that only two functions may touch. A key holds one token; a later
 * wait, or a later attempt of the same wait (CDK's Retry runs the storing function again), replaces it.
 */
export interface Wartemarke {
  readonly vorlage: string;
  readonly wartenummer: number;
  readonly token: string;
  /** Order of waits under one number: when the state was entered (ISO), then its retry count. */
  readonly eingetreten: string;
  readonly versuch: number;
}

const bleibtTage = 400;

export function oeffneWartemarken(client: DynamoDBClient, tabelle: string, koerperschaft: string) {
  const schluessel = (vorlage: string, wartenummer: number) => ({
    pk: { S: `${koerperschaft}#${vorlage}#${wartenummer}` },
  });
  const rang = (m: Wartemarke) => `${m.eingetreten}#${String(m.versuch).padStart(4, '0')}`;
  return {
    /** Stores the token unless a later one is there. @returns false if a later one is there */
    async lege(marke: Wartemarke, jetzt: string): Promise<boolean> {
      try {
        await client.send(
          new PutItemCommand({
            TableName: tabelle,
            Item: {
              ...schluessel(marke.vorlage, marke.wartenummer),
              token: { S: marke.token },
              rang: { S: rang(marke) },
              ttl: { N: String(Math.floor(Date.parse(jetzt) / 1000) + bleibtTage * 86_400) },
            },
            ConditionExpression: 'attribute_not_exists(pk) OR #rang <= :rang',
            ExpressionAttributeNames: { '#rang': 'rang' },
            ExpressionAttributeValues: { ':rang': { S: rang(marke) } },
          }),
        );
        return true;
      } catch (fehler) {
        if (!(fehler instanceof ConditionalCheckFailedException)) throw fehler;
        return false;
      }
    },
    async lies(vorlage: string, wartenummer: number): Promise<string | null> {
      const antwort = await client.send(
        new GetItemCommand({
          TableName: tabelle,
          Key: schluessel(vorlage, wartenummer),
          ConsistentRead: true,
        }),
      );
      return antwort.Item?.token?.S ?? null;
    },
    /** Removes a spent token, unless a later wait has put its own there. */
    async entferne(vorlage: string, wartenummer: number, token: string): Promise<void> {
      try {
        await client.send(
          new DeleteItemCommand({
            TableName: tabelle,
            Key: schluessel(vorlage, wartenummer),
            ConditionExpression: 'attribute_not_exists(pk) OR #token = :token',
            ExpressionAttributeNames: { '#token': 'token' },
            ExpressionAttributeValues: { ':token': { S: token } },
          }),
        );
      } catch (fehler) {
        if (!(fehler instanceof ConditionalCheckFailedException)) throw fehler;
      }
    },
  };
}
export type Wartemarken = ReturnType<typeof oeffneWartemarken>;
