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
    ['authorization: Special abc def', 'authorization: …'],
    ['Authorization: hunter2', 'Authorization: …'],
    ['"Authorization": "Basic Ym9i"', '"Authorization": "Basic …"'],
    ['curl -H "PRIVATE-TOKEN: abc" x', 'curl -H "PRIVATE-TOKEN: …" x'],
    ['Set-Cookie: a=b; c=d', 'Set-Cookie: …'],
    ['curl -H \'Authorization: Digest username="hunter2"\' x', "curl -H 'Authorization: Digest …' x"],
    ['"authorization":"Basic a\\"hunter2","b":1', '"authorization":"Basic …","b":1'],
    [
      String.raw`{\"authorization\":\"Basic a\\\"hunter2\",\"b\":1}`,
      String.raw`{\"authorization\":\"Basic …\",\"b\":1}`,
    ],
    // What ends no value
    ['password=ab,hunter2', 'password=…'],
    ['password=ab,cd==,hunter2', 'password=…'],
    ['password=ab,name=x', 'password=…,name=x'],
    ['{password: abc, name: x}', '{password: …, name: x}'],
    ['{password: a}hunter2}', '{password: …}'],
    ['curl -u bob:hun,ter2 x', 'curl -u … x'],
    ['docker login -p hun,ter2 x', 'docker login -p … x'],
    ['mysql -phun,ter2 db', 'mysql -p… db'],
    ['x --token=abc,def y', 'x --token=… y'],
    ["passwd=hun'ter2 x", 'passwd=… x'],
    ["A=hun'ter2 x", 'A=… x'],
    ["password: 'it''s hunter2' x", 'password: … x'],
    ['password="ab"cd"hunter2" x', 'password=… x'],
    [String.raw`{"password":"p\"hunter2","a":1}`, '{"password":…,"a":1}'],
    [String.raw`{\"password\":\"p\\\"hunter2\",\"a\":1}`, String.raw`{\"password\":…,\"a\":1}`],
    [String.raw`A="p\"hunter2" x`, 'A=… x'],
    ['["sh","-c","password=abc","x"]', '["sh","-c","password=…","x"]'],
    ['(process "sh -c password=abc") failed', '(process "sh -c password=…") failed'],
    ['password hun,ter2345', 'password …'],
    ['docker run --env "a=it\'s hunter2" x', 'docker run --env "a=…" x'],
    ['curl -H "Any: it\'s hunter2" x', 'curl -H "Any: …" x'],
    ['Authorization: hunter2 authorization: hunter2', 'Authorization: …'],
    ['"Authorization": hunter2 b', '"Authorization": …'],
    ['Authorization:', 'Authorization:'],
    ['"Cookie":""', '"Cookie":""'],
    ['Cookie: a="hunter2"; b=c', 'Cookie: …'],
    ["https://host/a?Key=x'hunter2 b", 'https://host/a?… b'],
    ["git@x a:b'hunter2@host", 'git@x a:…@host'],
    // Tokens by themselves
    [`got ${JWT} back`, 'got … back'],
    ['npm_abcdefghijklmnop', '…'],
    ['npm_lifecycle_event', 'npm_lifecycle_event'],
    ['ghp_0123456789abcdefABCD ghs_0123456789abcdefABCD', '… …'],
    ['x_ghp_0123456789abcdefABCD', '…'],
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
    ['Proxy-Authorization: Digest username="bob", response="abcdef123"', 'Proxy-Authorization: Digest …'],
  ])('%s', (line, expected) => {
    const shown = hideSecrets(line);
    if (line.startsWith('{"run"')) expect(shown).toContain(expected);
    else expect(shown).toBe(expected);
    for (const secret of ['hunter2', 'ter2', 'def123', 's3cr3t', 'words', 'Ym9i', 'abcdefgh', 'alice', 'bob'])
      expect(shown).not.toContain(secret);
  });

  const SECRET = 'Xq7Jw2Lr9Tz4Kb1V';
  it.each([
    // Options that are one letter, of programs for which it is a secret
    ...['ldapsearch -x -D cn=a -w @ -b dc=x', 'ldapadd -x -w@ -f x', 'ldappasswd -s @ -a @', 'kinit -w @'],
    ...['redis-cli -h x -a @ PING', 'redis-cli -a@', 'redis-cli --pass @', 'redis-cli -h x AUTH @'],
    ...['mysql -p@ db', 'mariadb -p@ db', "mariadb-dump -p'@' x", 'mongosh -u a -p @', 'mongodump -p @'],
    ...['curl -u a:@ x', 'curl -ua:@ x', 'curl -sSfu a:@ x', 'curl -Lu "a:@" x', 'curl -E c.pem:@ x'],
    ...['curl -b sid=@ x', 'curl -b "sid=@" x', 'curl --cookie "sid=@" x', `curl -d '{"pin":"@"}' x`],
    ...['twine upload -u a -p @ x', 'poetry publish -p @', 'oras push -p @ x', 'useradd -m -p @ bob'],
    ...[
      'zip -P @ x',
      'zip -P@ x',
      '7z x -p@ x.7z',
      'rar a -hp@ x',
      'sqlcmd -U sa -P @ -Q x',
      'ipmitool -P @',
    ],
    ...[
      'openssl enc -aes -k @ -in x',
      'openssl rsa -passin pass:@',
      'openssl passwd -6 @',
      'nuget push x -k @',
    ],
    ...[
      'snmpwalk -v2c -c @ host',
      'fly deploy -t @',
      'gh secret set X -b "@"',
      'gitlab-runner register -r @',
    ],
    ...['aws ssm put-parameter --name x --value @', 'lftp -u a,@ ftp://x', 'mosquitto_pub -P @ -t x'],
    // Long options, with one line or two
    ...['keytool -storepass @ -keypass @', 'osslsigncode sign -pass @ x', 'nuget push x -ApiKey @'],
    ...['skopeo copy --src-creds a:@ x y', 'podman pull --creds=a:@ x', 'tailscale up --authkey @'],
    ...['kubectl create secret generic x --from-literal=key=@', 'docker run -eKEY=@ x', 'gradle -Pa.key=@ x'],
    // What comes last
    ...[
      'vault login @',
      'cargo login @',
      'snyk auth @',
      'ngrok config add-authtoken @',
      'wpa_passphrase s @',
    ],
    ...['htpasswd -bc f bob @', 'rabbitmqctl add_user a @', 'poetry config http-basic.foo bob @'],
    ...['npm config set _auth @', 'bundle config set gems.example a:@', 'vault kv put secret/x key=@'],
    ...['net use x /user:a @', 'setx KEY @', 'sqlplus system/@@db', 'jdbc:oracle:thin:a/@@x:1521'],
    ...['export key=@', '$env:KEY = "@"', 'echo @ > /root/.netrc', 'echo @ | kinit bob'],
    // Headers, names and addresses
    ...['X-JFrog-Art-Api: @', 'curl -H "X-JFrog-Art-Api:@" x', 'curl -HX-Any:@ x', 'curl -H "Any: @" x'],
    ...['X-Auth-Key: @', 'Ocp-Apim-Subscription-Key: @', '"masterKey": "@"', 'SSH_KEY: @', 'sessionid: @'],
    ...['ssh a:@@x', 'scp a:@@x:/y', '?sv=2020&sig=@%3D', 'oauth2:@'],
    // By how they begin
    ...['AKCp8@@@', 'AKCp5@@@', 'cmVmdGtuOj@', 'ATATT3x@@=ABCD', 'ATCTT3x@@', 'ATBB@', 'hvr.@', 's.@@'],
    ...[
      'AGE-SECRET-KEY-1XQ7JW2LR9TZ4KB1V',
      'ABIAXQ7JW2LR9TZ4KB1V',
      'LTAI@',
      'GOCSPX-@',
      '1//0g@@',
      'x-x8Q~@@',
    ],
    ...[
      'sk_live_@@',
      'rk_live_@@',
      'whsec_@@',
      'shpat_@',
      'sq0atp-@',
      'dor_v1_@',
      'dp.st.prd.@',
      'tskey-auth-@',
    ],
    ...['gsk_@@', 'r8_@@', 'xai-@@', 'lin_api_@@', 'glsa_@@_1', 'sntryu_@@', 'nvapi-@@', 'FlyV1 fm2_@@'],
    ...['$6$salt$@@', '$2y$10$@@', '$argon2id$v=19$m=1,t=2$@$@', 'xoxe.xoxp-1-@', 'NRAK-@', 'cio@@'],
    // Keys without their beginning
    `MIIEpAIBAAKCAQEA0Z3VS5JJcds3xfn/ygWyF8PbnGy0AHB7MaXCvU2l8Fw+@`,
    `#7 0.25 b3BlbnNzaC1rZXktdjEAAAAABG5vbmUAAAAEbm9uZQAAAAAAAAABAAABlwAAAAdzc2gtcn@`,
    `uYw3q9h0Qm4rXv2bTn8sKd5jLf7pGc1z@A==`,
    '-----BEGIN PGP PRIVATE KEY BLOCK-----@',
  ])('hides what is secret in %s', (form) => {
    const line = form.replaceAll('@@x', `${SECRET}@x`).replaceAll('@@db', `${SECRET}@db`);
    const shown = hideSecrets(`#7 0.1 exec format error: ${line.replaceAll(/@(?!x|db)/g, SECRET)}`);
    expect(shown).toMatch(/^#7 0\.1 exec format error: .*…/);
    expect(shown.toUpperCase()).not.toContain(SECRET.toUpperCase());
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
    'docker run -p 80:80 -t -w /src -a stdin x',
    'unzip -o x.zip && tar -C /usr/local/lib/python3.11/site-packages -xzf x.tgz',
    'sha256:1f8b08e0d5f4c2b3a697886f5e4d3c2b1a09f8e7d6c5b4a3928170fedcba9876',
    'integrity sha512-Rp7YbJ3QZ1w8kV5nT2xH6mC9dL4sG0aFqWeUiOoPzXcVbNmKjHgFdSaQwErTyUiO',
    'undefined reference to `_ZNSt7__cxx1112basic_stringIcSt11char_traitsIcESaIcEEC1Ev`',
    'core::ptr::drop_in_place<alloc::boxed::Box<dyn core::any::Any>>::h0123456789abcdef',
    'cannot open /opt/Build2/Products/Release/lib/x86_64/Frameworks/Something: exec format error',
    'gcc -DNDEBUG -O2 -p -c src/Main.c -o build/CMakeFiles/ThisIsALongTarget.dir/src/Main2.c.o',
    'test_ThisIsALongNameOfATestOfOurs failed',
    'copying docker.io/library/alpine:3.20@sha256:abc',
    'fatal: key not found: arm64',
    'open /opt/Vendor2/Python3/Site/Packages/Modules/Foo: exec format error',
    'docker -H tcp://x:2375 run x',
    'rk_pcie_host_probe_of_device failed; exp of a/b',
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
