import {describe, expect, test} from 'vitest';
import {createRedactor, familyOf} from '../../src/model/redact.ts';

const BODY = 'a1b2c3d4e5f6a7b8c9d0e1f2a3b4c5d6e7f8a9b0';
const CAPITALS = 'A1B2C3D4E5F6G7H8';

/** Family, what its tokens begin with (in parts, so that no scanner takes this page for a leak), and the fewest characters behind. */
const FAMILIES: readonly (readonly [
  family: string,
  starts: readonly (readonly string[])[],
  least: number,
  from?: string,
])[] = [
  ['jwt', [['ey', 'J']], 8],
  ['anthropic', [['sk-', 'ant-']], 8],
  ['openrouter', [['sk-', 'or-']], 8],
  [
    'stripe',
    [
      ['sk_', 'live_'],
      ['rk_', 'live_'],
      ['pk_', 'live_'],
      ['sk_', 'test_'],
      ['rk_', 'test_'],
      ['pk_', 'test_'],
      ['wh', 'sec_'],
    ],
    8,
  ],
  ['openai', [['sk', '-']], 16],
  ['github', [...['p', 'o', 'u', 's', 'r'].map((kind) => ['gh', kind, '_']), ['github', '_pat_']], 8],
  [
    'gitlab',
    ['pat', 'ptt', 'dt', 'rt', 'rtr', 'soat', 'ft', 'imt', 'agent', 'oas', 'cbt', 'ffct'].map((k) => ['gl', k, '-']),
    8,
  ],
  [
    'aws',
    [
      ['AK', 'IA'],
      ['AS', 'IA'],
      ['AB', 'IA'],
      ['AC', 'CA'],
    ],
    8,
    CAPITALS,
  ],
  [
    'google',
    [
      ['AI', 'za'],
      ['1/', '/0'],
    ],
    16,
  ],
  [
    'google',
    [
      ['ya', '29.'],
      ['GOC', 'SPX-'],
    ],
    8,
  ],
  ['slack', [...[...'abceoprs'].map((kind) => ['xo', `x${kind}-`]), ['xa', 'pp-1-']], 8],
  [
    'webhook',
    [
      ...['services', 'workflows', 'triggers'].map((kind) => ['hooks.', 'slack.com/', kind, '/']),
      ['discord', '.com/api/webhooks/'],
      ['discordapp', '.com/api/webhooks/'],
      ['acme', '.webhook.office.com/'],
    ],
    8,
  ],
  ['npm', [['np', 'm_']], 16],
  ['pypi', [['py', 'pi-']], 16],
  ['huggingface', [['h', 'f_']], 16],
  [
    'telegram',
    [
      ['12345678', ':AA'],
      ['1234567890', ':AA'],
    ],
    12,
  ],
  ['sendgrid', [['S', 'G.']], 8],
  [
    'azure',
    [
      ['Account', 'Key='],
      ['SharedAccess', 'Key='],
      ['SharedAccess', 'Signature='],
    ],
    8,
  ],
  ['azure', [['abc', '8Q~']], 20],
  ['databricks', [['da', 'pi']], 16],
  [
    'digitalocean',
    [
      ['do', 'p_v1_'],
      ['do', 'o_v1_'],
      ['do', 'r_v1_'],
    ],
    8,
  ],
  [
    'atlassian',
    [
      ['ATA', 'TT3'],
      ['ATC', 'TT3'],
    ],
    8,
  ],
  [
    'shopify',
    [
      ['shp', 'at_'],
      ['shp', 'ca_'],
      ['shp', 'pa_'],
      ['shp', 'ss_'],
    ],
    8,
  ],
  [
    'vault',
    [
      ['hv', 's.'],
      ['hv', 'b.'],
      ['hv', 'r.'],
    ],
    12,
  ],
  ['age', [['AGE-', 'SECRET-KEY-']], 8, CAPITALS],
  [
    'token',
    [
      ...'lin_api_ ntn_ secret_ figd_ figu_ sntrys_ sntryu_ sbp_ sb_secret_ gsk_ xai- pplx- r8_ tvly- fc- ctx7sk-'.split(
        ' ',
      ),
      ...'dp.pt. dp.st. dp.ct. PMAK- NRAK- pscale_tkn_ pscale_pw_ pscale_oauth_ HRKU- sq0atp- sq0csp- EAAA rnd_'.split(
        ' ',
      ),
      ...'vcp_ key- glsa_ phx_ phc_ apify_api_ e2b_ nvapi- csk- ddp_ CFPAT- rpa_ shippo_live_'.split(' '),
    ].map((start) => [start.slice(0, 2), start.slice(2)]),
    12,
  ],
];

describe('a token is known by its shape', () => {
  for (const [family, starts, least, from = BODY] of FAMILIES) {
    test.each(starts.map((parts) => parts.join('')))(`${family}: %s`, (start) => {
      const token = start + from.slice(0, least);
      expect(familyOf(token)).toBe(family);
      expect(createRedactor().text(`got ${token}, bad`)).toMatch(
        new RegExp(`^got .{0,6}\\[secret:${family}#\\w{4}\\], bad$`),
      );
      // A word that only begins like one.
      expect(familyOf(start + from.slice(0, least - 1))).toBeNull();
      // These begin with any letters at all.
      if (/^(?:acme|abc8Q|sb_)/.test(start)) return;
      expect(familyOf(`x${token}`)).toBeNull();
      expect(familyOf(`${'-'.repeat(17)}${token}`)).toBeNull();
      expect(familyOf(`${'-'.repeat(16)}${token}`)).toBe(family);
    });
  }

  test('with all of its parts', () => {
    const {text} = createRedactor();
    const whole = [
      `ey${'J'}${BODY.slice(0, 8)}.${BODY}.${BODY}.${BODY}.${BODY}`,
      `S${'G'}.${BODY.slice(0, 8)}.${BODY}`,
      `gl${'pat'}-a.b-c_d1.2.3`,
      `sk_${'live'}_${BODY}`,
      `wh${'sec'}_a+b/c=d1e2`,
      `Account${'Key'}=a+b/c=d%e-1==`,
      `xo${'xb'}-1-${BODY}`,
      `ya${'29'}.a-b.c_d.e1f`,
    ];
    for (const token of whole) expect(text(`(${token})`)).toMatch(/^\(\[secret:\w+#\w{4}\]\)$/);
  });

  test('words in the same letters are none', () => {
    const {text} = createRedactor();
    for (const word of [
      'sk-learn-pipeline-and-more',
      'ASIAPACIFICREGION',
      'key-value-separator-word',
      'secret_management_guide',
      'fc-list-of-many-fonts',
      'gl-matrix-vector-library',
    ])
      expect(text(word)).toBe(word);
  });

  test('behind what only looks like a letter: a colour code, an escaped line end, an escaped character', () => {
    const token = `gh${'p'}_${BODY.slice(0, 8)}`;
    const {text} = createRedactor();
    for (const before of ['\u001b[31m', '\u001b[0;1m', '\\n', '\\r', '\\t', '%3D', '%2f', '.', '/', '"'])
      expect(text(before + token)).toMatch(/\[secret:github#\w{4}\]$/);
    for (const before of ['m', 'n', '3D', '9', '\\x', '[31x'])
      expect(text(before + token)).not.toContain('[secret:github');
  });

  test('private keys of every make', () => {
    const {text} = createRedactor();
    const lines = `${BODY}\n${BODY}`;
    for (const kind of ['', 'RSA ', 'EC ', 'OPENSSH ', 'ENCRYPTED ', 'PGP ']) {
      const block = kind === 'PGP ' ? ' BLOCK' : '';
      const key = `-----BEGIN ${kind}${'PRIVATE'} KEY${block}-----\n${lines}\n-----END ${kind}${'PRIVATE'} KEY${block}-----`;
      expect(text(`a\n${key}\nb\n${key}\nc`)).toMatch(/^a\n\[secret:pem#\w{4}\]\nb\n\[secret:pem#\w{4}\]\nc$/);
    }
    expect(text('-----BEGIN CERTIFICATE-----')).toBe('-----BEGIN CERTIFICATE-----');
  });
});
