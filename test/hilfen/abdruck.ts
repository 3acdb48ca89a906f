import { type AttributeValue, type DynamoDBClient, ScanCommand } from '@aws-sdk/client-dynamodb';

/** Every item of the record, as text in a fixed order: equal prints, equal record. For tests only. */
export async function abdruckDerAkte(
  client: DynamoDBClient,
  tabelle: string,
  nur: (pk: string, sk: string) => boolean = () => true,
): Promise<string[]> {
  const zeilen: string[] = [];
  let start: Record<string, AttributeValue> | undefined;
  do {
    const seite = await client.send(
      new ScanCommand({
        TableName: tabelle,
        ConsistentRead: true,
        ...(start ? { ExclusiveStartKey: start } : {}),
      }),
    );
    for (const item of seite.Items ?? []) {
      if (nur(item.pk?.S ?? '', item.sk?.S ?? '')) {
        zeilen.push(JSON.stringify(Object.entries(item).sort(([a], [b]) => (a < b ? -1 : 1))));
      }
    }
    start = seite.LastEvaluatedKey;
  } while (start);
  return zeilen.sort();
}
