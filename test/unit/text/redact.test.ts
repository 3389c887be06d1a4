import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hideHomes, hideHomesIn, hideSecrets } from '../../../src/text/redact.ts';

const JWT = 'eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0NTY3ODkwIn0.dozjgNryP4J3jVmNHl0w5N_XgL0n3I9P';

describe('hideSecrets', () => {
  it.each([
    // Variables
    ['NPM_TOKEN=npm_abcdefghijklmnop npm ci', 'NPM_TOKEN=… npm ci'],
    ['DB_PASSWORD=hunter2 ./run', 'DB_PASSWORD=… ./run'],
    ['AWS_SECRET_ACCESS_KEY=wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY aws', 'AWS_SECRET_ACCESS_KEY=… aws'],
    ['GITHUB_TOKEN=abc', 'GITHUB_TOKEN=…'],
    ['RUN PLAIN_NAME=x _OTHER=y Mixed=z make', 'RUN PLAIN_NAME=… _OTHER=… Mixed=… make'],
    [`KEY="two words" OTHER='two words' make`, 'KEY=… OTHER=… make'],
    ['A=one"two three"four five', 'A=… five'],
    ["A=one'two three'four five", 'A=… five'],
    ['A="never closed', 'A=…'],
    ["A='never closed", 'A=…'],
    ['process "/bin/sh -c A=one" did not complete', 'process "/bin/sh -c A=…" did not complete'],
    [String.raw`{"run":"A=\"two words\" make"}`, 'A=…'],
    ['ENV SOME_KEY the rest of it', 'ENV SOME_KEY …'],
    ['db_password: hunter2', 'db_password: …'],
    ['  NPM_TOKEN: hunter2', '  NPM_TOKEN: …'],
    ['//registry.npmjs.org/:_authToken=hunter2', '//registry.npmjs.org/:_authToken=…'],
    ['{"identitytoken": "two words", "auth":"Ym9iOnB3"}', '{"identitytoken": …, "auth":…}'],
    [String.raw`{\"password\":\"hunter2\"}`, String.raw`{\"password\":…}`],
    ['aws_secret_access_key = abc', 'aws_secret_access_key = …'],
    ['pwd=x; pass: y', 'pwd=… pass: …'],
    // Options
    ['docker login -u bob -p s3cr3tpw ghcr.io', 'docker login -u … -p … ghcr.io'],
    ['["docker","login","-u","bob","-p","s3cr3tpw"]', '["docker","login","-u",…,"-p",…]'],
    ['docker login --username bob --password x', 'docker login --username … --password …'],
    ['docker login --username=bob --password=x', 'docker login --username=… --password=…'],
    ['mysql -uroot -phunter2 db', 'mysql -uroot -p… db'],
    ['mkdir -p /etc/x', 'mkdir -p /etc/x'],
    ['docker run -p 80:80 x', 'docker run -p 80:80 x'],
    ['curl -u bob:hunter2 x', 'curl -u … x'],
    ['curl --proxy-user bob:hunter2 x', 'curl --proxy-user … x'],
    ['tool --npm-token hunter2 x', 'tool --npm-token … x'],
    ['tool --password "two words" x', 'tool --password … x'],
    ['docker build --build-arg X=secret .', 'docker build --build-arg X=… .'],
    ['docker build --build-arg=lower=secret .', 'docker build --build-arg=lower=… .'],
    ['docker build --build-arg "lower=two words" .', 'docker build --build-arg "lower=…" .'],
    ['docker run -e name=hunter2 --env other=x y', 'docker run -e name=… --env other=… y'],
    ['docker run -e NAME x', 'docker run -e NAME x'],
    // Headers
    ['Authorization: Basic Ym9iOnB3', 'Authorization: Basic …'],
    ['curl -H "Authorization: Bearer abc" x', 'curl -H "Authorization: Bearer …" x'],
    ['authorization: Special abc def', 'authorization: … def'],
    ['Authorization: hunter2', 'Authorization: …'],
    ['"Authorization": "Basic Ym9i"', '"Authorization": "Basic …"'],
    ['curl -H "PRIVATE-TOKEN: abc" x', 'curl -H "PRIVATE-TOKEN: …" x'],
    ['Set-Cookie: a=b; c=d', 'Set-Cookie: …'],
    // Tokens by themselves
    [`got ${JWT} back`, 'got … back'],
    ['npm_abcdefghijklmnop', '…'],
    ['npm_lifecycle_event', 'npm_lifecycle_event'],
    ['ghp_0123456789abcdefABCD ghs_0123456789abcdefABCD', '… …'],
    ['x_ghp_0123456789abcdefABCD', 'x_…'],
    ['github_pat_11ABCDEFG0_abcdefghij', '…'],
    ['glpat-abcdefgh_ij dckr_pat_abcdefghij', '… …'],
    ['xoxb-123456789012-abcdef xapp-1-ABCDEFGH', '… …'],
    ['AKIAIOSFODNN7EXAMPLE ASIAIOSFODNN7EXAMPLE', '… …'],
    ['-----BEGIN RSA PRIVATE KEY-----MIIE', '-----BEGIN RSA PRIVATE KEY-----…'],
    ['bearer abcdef0123', 'bearer …'],
    // Addresses
    ['https://user:pass@host/x', 'https://…@host/x'],
    ['https://user:p@ss@host/x', 'https://…@host/x'],
    ['https://user:@host/x', 'https://…@host/x'],
    ['"https://host:port/x"by@y', '"https://host:port/x"by@y'],
    ['postgres://user:pa/ss@host/x', 'postgres://…@host/x'],
    ['https://host/a?Signature=abc&Key=x b', 'https://host/a?… b'],
    ['https://o\'brien:pa/ss@host/x "a', 'https://…@host/x "a'],
    ['"https://host:8080/x" and "y@z.example"', '"https://host:8080/x" and "…@z.example"'],
    ['https://a:b://c:hunter2/@host', 'https://…@host'],
    ['https://x.example/keys/hunter2/tokens/hunter2', 'https://x.example/keys/…/tokens/…'],
    ['file:///key/x', 'file:///key/x'],
    ['http://localhost:5000/image@sha256:abc', 'http://localhost:5000/image@sha256:abc'],
    ['https://hooks.slack.com/services/T0/B0/hunter2 x', 'https://hooks.slack.com/… x'],
    ['https://discord.com/api/webhooks/1/hunter2', 'https://discord.com/…'],
    ['https://api.telegram.org/bot12:hunter2/send', 'https://api.telegram.org/bot12:…/send'],
    ['https://x.example/with/key/hunter2/a', 'https://x.example/with/key/…/a'],
    ['https://example.org/run/secrets', 'https://example.org/run/secrets'],
    // XML, and names beside values
    ['<password>hunter2</password>', '<password>…</password>'],
    ['<a:token x="y"><![CDATA[hunter2]]></a:token>', '<a:token x="y"><![CDATA[…</a:token>'],
    ['<add key="ApiKey" value="hunter2"/>', '<add key="ApiKey" value=…/>'],
    ['<add value="hunter2" key="ApiKey"/>', '<add value=… key="ApiKey"/>'],
    ['{"name":"DB_PASSWORD","value":"two words"}', '{"name":"DB_PASSWORD","value":…}'],
    // Ruby, PHP, Go
    [':password => "hunter2", a: 1', ':password => …, a: 1'],
    ["'token'=>'hunter2'", "'token'=>…"],
    ['secret := "hunter2"', 'secret := …'],
    // Short names
    ['db_pw=hunter2 otp: hunter2 --pw hunter2', 'db_pw=… otp: … --pw …'],
    // What is given to a program
    ['echo hunter2 | docker login -u bob --password-stdin', 'echo … | docker login -u … --password-stdin'],
    ["printf '%s|' 'hunter2' | docker login --password-stdin", 'printf … | docker login --password-stdin'],
    ['docker login --password-stdin <<< "two words"', 'docker login --password-stdin … …'],
    ['echo hunter2 | sudo -S tee x', 'echo … | sudo -S tee x'],
    ['docker login --password-stdin', 'docker login --password-stdin'],
    ['docker login --password-stdin | echo x', 'docker login --password-stdin … echo x'],
    ['echo x | sudo tee /run/secrets/x', 'echo x | sudo tee /run/secrets/x'],
    // People
    ['by bob.smith@example.org', 'by …@example.org'],
    ['image@sha256:abc action@v1.2 node-gyp@10.2.0', 'image@sha256:abc action@v1.2 node-gyp@10.2.0'],
    ['/home/alice/x /Users/bob/y', '/home/…/x /Users/…/y'],
    [String.raw`C:\Users\bob\x`, String.raw`C:\Users\…\x`],
  ])('%s', (line, expected) => {
    const shown = hideSecrets(line);
    if (line.startsWith('{"run"')) expect(shown).toContain(expected);
    else expect(shown).toBe(expected);
    for (const secret of ['hunter2', 's3cr3t', 'words', 'Ym9i', 'abcdefgh', 'alice', 'bob'])
      expect(shown).not.toContain(secret);
  });

  it.each([
    'exec /bin/sh: exec format error',
    'exec user process caused "no such file or directory"',
    'qemu: uncaught target signal 11 (Segmentation fault) - core dumped',
    'qemu-aarch64: QEMU internal SIGSEGV {code=128, addr=0x20}',
    'toomanyrequests: You have reached your pull rate limit',
    'unauthorized: authentication required',
    'runtime: lfstack.push invalid packing: node=0xffff cnt=0x1 packed=0xffff -> node=0xffff',
    "sh: can't create /proc/sys/fs/binfmt_misc/register: Permission denied",
    'SyntaxError: Unexpected token } in JSON at position 1',
    'ERROR: failed to solve: process "/bin/sh -c apt-get update" did not complete successfully: exit code: 139',
  ])('leaves alone: %s', (line) => {
    expect(hideSecrets(line)).toBe(line);
  });
});

describe('hideHomes', () => {
  it.each([
    ['/home/jane/.cache/qemu-arm', undefined, '~/.cache/qemu-arm'],
    ['at /Users/jane, "/home/joe"', undefined, 'at ~, "~"'],
    ['/srv/people/jane/x and /srv/people/janet', '/srv/people/jane', '~/x and /srv/people/janet'],
    ['/srv/people/jane', '/srv/people/jane/', '~'],
    ['/home/jane/x', '/home/jane', '~/x'],
    ['/usr/home/x', '/', '/usr/home/x'],
    ['/var/home.d/x', undefined, '/var/home.d/x'],
    ['a+b', 'a+', 'a+b'],
  ])('%s', (text, home, hidden) => expect(hideHomes(text, home)).toBe(hidden));

  it('leaves no name of a home folder', () => {
    const name = fc.stringMatching(/^[a-z][a-z0-9_-]{3,20}$/).filter((one) => !'home/Users'.includes(one));
    fc.assert(
      fc.property(name, fc.constantFrom('/home/', '/Users/'), (user, folder) => {
        expect(hideHomes(`cannot open ${folder}${user}/x: ${folder}${user}`)).toBe('cannot open ~/x: ~');
      }),
    );
  });
});

describe('hideHomesIn', () => {
  it('reaches every string of a value, and leaves the rest', () => {
    const value = { a: ['/home/jane/x', 1, null], b: { c: '/srv/jane/y', d: true, e: undefined } };
    expect(hideHomesIn(value, '/srv/jane')).toEqual({
      a: ['~/x', 1, null],
      b: { c: '~/y', d: true, e: undefined },
    });
  });
});
