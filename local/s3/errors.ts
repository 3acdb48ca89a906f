/** S3's own errors, each with the code, status and text that AWS sends. */
import { AwsError } from '../types.ts';

export const noSuchBucket = (bucket: string) =>
  new AwsError('NoSuchBucket', 'The specified bucket does not exist', 404, { BucketName: bucket });
export const noSuchKey = (key: string) =>
  new AwsError('NoSuchKey', 'The specified key does not exist.', 404, { Key: key });
export const noSuchVersion = (key: string, versionId: string) =>
  new AwsError('NoSuchVersion', 'The specified version does not exist.', 404, {
    Key: key,
    VersionId: versionId,
  });
export const accessDenied = (message = 'Access Denied') => new AwsError('AccessDenied', message, 403);
export const locked = () => accessDenied('Access Denied because object protected by object lock.');
export const invalidArgument = (message: string, name: string, value: string) =>
  new AwsError('InvalidArgument', message, 400, { ArgumentName: name, ArgumentValue: value });
export const invalidRequest = (message: string) => new AwsError('InvalidRequest', message, 400);
export const malformedXml = () =>
  new AwsError(
    'MalformedXML',
    'The XML you provided was not well-formed or did not validate against our published schema',
    400,
  );
export const preconditionFailed = (condition: string) =>
  new AwsError('PreconditionFailed', 'At least one of the pre-conditions you specified did not hold', 412, {
    Condition: condition,
  });
export const methodNotAllowed = (resourceType = 'OBJECT') =>
  new AwsError('MethodNotAllowed', 'The specified method is not allowed against this resource.', 405, {
    ResourceType: resourceType,
  });

/** What AWS can do and this S3 cannot: named, so that nobody takes silence for agreement. */
export const notImplemented = (what: string) =>
  new AwsError('NotImplemented', `The embedded S3 does not implement ${what}.`, 501);

/** Member of an error that holds headers of its answer instead of an element of its body. */
export const headerMembers = '(headers)';
