/** The event of a finished scan, as the GuardDuty User Guide shows it ("Monitoring S3 object scans with EventBridge"). */
import type { PublishEvent } from '../types.ts';
import type { ScanResult } from './scan.ts';

export interface ScannedObject {
  bucket: string;
  key: string;
  versionId: string;
  etag: string;
}

const threat = 'EICAR-Test-File (not a virus)';

export function scanResultEvent(
  planArn: string,
  { bucket, key, versionId, etag }: ScannedObject,
  result: ScanResult,
  now: number,
): Parameters<PublishEvent>[0] {
  return {
    source: 'aws.guardduty',
    'detail-type': 'GuardDuty Malware Protection Object Scan Result',
    time: new Date(now).toISOString().replace(/\.\d{3}Z$/, 'Z'),
    resources: [planArn],
    detail: {
      schemaVersion: '1.0',
      scanStatus: result === 'UNSUPPORTED' || result === 'ACCESS_DENIED' ? 'SKIPPED' : 'COMPLETED',
      resourceType: 'S3_OBJECT',
      s3ObjectDetails: { bucketName: bucket, objectKey: key, eTag: etag, versionId, s3Throttled: false },
      scanResultDetails: {
        scanResultStatus: result,
        threats: result === 'THREATS_FOUND' ? [{ name: threat }] : null,
      },
    },
  };
}
