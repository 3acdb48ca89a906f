/**
 * CloudFront Function, at every request for a page: the interface is one page, and the rest of its address is
 * read in the browser. A name with an ending is a file; where it is missing, 404 is the answer, because a page
 * in place of a script would only fail later and stranger.
 */
export const seitenpfad = `function handler(event) {
  var request = event.request;
  var name = request.uri.slice(request.uri.lastIndexOf('/') + 1);
  if (!/\\.[A-Za-z0-9]+$/.test(name)) request.uri = '/index.html';
  return request;
}
`;
