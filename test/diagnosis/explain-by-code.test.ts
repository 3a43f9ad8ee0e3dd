import {describe, expect, it} from 'vitest';
import {byCode} from '../../src/diagnosis/explain-by-code.ts';
import {explainText} from '../../src/diagnosis/index.ts';

describe('byCode', () => {
  it.each([
    ['command-not-found', 'MCP startup failed: Systemet kan inte hitta filen. (os error 2)'],
    ['named-path-missing', 'konnte nicht gelesen werden (os error 2)'],
    ['could-not-start', 'MCP startup failed: 文件名、目录名或卷标语法不正确。 (os error 123)'],
    ['windows-not-runnable', '%1 ist keine zulässige Win32-Anwendung. (os error 193)'],
    ['connection-refused', 'Es konnte keine Verbindung hergestellt werden (os error 10061)'],
    ['port-in-use', "{ errno: -4091, syscall: 'x' }"],
    ['disk-full', 'Nicht genug Speicherplatz (os error 112)'],
    ['host-unreachable', '[WinError 10060] Ein Verbindungsversuch ist fehlgeschlagen'],
    ['killed-by-signal', 'the process ended with 3221225477'],
    ['shared-library-missing', 'exit code: 0xC0000135'],
    ['called-program-missing', 'exited with code 9009'],
    ['path-not-found', 'Request failed with status code 404'],
    ['server-error', 'HTTP status server error (500)'],
    ['gateway-error', 'Unexpected status code: 503'],
    ['http-timeout', 'the server responded with a 408'],
    ['host-not-allowed', 'Response status: 421'],
    ['bad-request', 'Error 422 status sending message to http://localhost:8000/mcp'],
    ['server-error', 'McpError: MCP error -32603: it broke'],
  ])('%s: %s', (id, text) => {
    expect(byCode(text)?.id).toBe(id);
  });

  it.each([
    'finished in 404 ms',
    'status: 500 tools listed',
    'got 404 results',
    'port 5000 returned nothing',
    'HTTP 200 OK',
    '(os error 9999)',
    'exited with code 1',
  ])('stays clear: %s', (text) => {
    expect(byCode(text)).toBeNull();
  });

  it('says more than the line that only tells of an end', () => {
    expect(explainText('Process exited with code 3221225786').map(({id}) => id)).toEqual([
      'killed-by-signal',
      'crashed-at-start',
    ]);
    expect(explainText('Server exited before responding')[0]?.id).toBe('crashed-at-start');
  });

  it('is asked only where no known text fits', () => {
    expect(explainText('HTTP 404: session not found')[0]?.id).toBe('session-lost');
    expect(explainText('server returned 404')[0]).toMatchObject({id: 'path-not-found', confidence: 'possible'});
  });
});
