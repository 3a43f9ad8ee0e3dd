import {expect, it} from 'vitest';
import {tunnelOffline} from '../../../src/diagnosis/failures/tunnel-offline.ts';
import {explainText} from '../../../src/diagnosis/index.ts';
import type {PartialEvidence} from '../../helpers/evidence.ts';
import {judge} from '../../helpers/judge.ts';

const answered = (status: number, text: string): PartialEvidence => {
  const response = {
    status,
    statusText: '',
    headers: {'content-type': 'text/html'},
    contentType: 'text/html',
    body: {kind: 'html' as const, text, bytes: text.length, title: null, isTruncated: false},
    stream: null,
  };
  const request = {method: 'POST', url: 'https://notes.tunnel.example/mcp'};
  return {
    http: {declared: 'http', answered: null, main: {request, response, error: [], bound: null, redirects: []}},
    handshake: {skipped: 'no MCP answer'},
    tools: {skipped: 'no MCP answer'},
  };
};

it.each([
  [404, 'The endpoint notes.tunnel.example is offline. ERR_NGROK_3200'],
  [530, 'Error 1033 Ray ID: x Cloudflare Tunnel error'],
  [530, 'error code: 1016'],
])('knows it: %d %s', (status, text) => {
  const finding = judge(tunnelOffline, answered(status, text));
  expect(finding?.cause).toMatch(/nothing is connected at the other end/);
  expect(finding?.fixes[0]?.title).toMatch(/Start the tunnel/);
  expect(explainText(text)[0]?.id).toBe('tunnel-offline');
});

it.each([
  [404, 'Cannot POST /mcp'],
  [200, 'The endpoint notes is offline'],
  [503, 'no healthy upstream'],
])('stays clear: %d %s', (status, text) => {
  expect(judge(tunnelOffline, answered(status, text))).toBeNull();
});
