/** Kinds of logins, tokens and rights that are missing: of registries, package indexes, Git, clouds and the machine. */

import { evidenceIs, logShows, only } from '../conditions.ts';
import { clue, type Kind, kind, plain, type Sign, texts } from '../kind.ts';

/** Somebody’s expectation, a server’s own record of a request, what goes on after it, or the text of a program. */
const IN_PASSING =
  /\b(?:want(?:ed)?|expect\w*|assert\w*|received|should (?:not )?(?:be|return|throw|reject|fail)|toBe|toEqual|toThrow\w*)\b(?!.{0,20}code)|^\s{0,20}(?:\/\/|#(?!\d)|\*|[✓✔✕✗×●])|"?(?:GET|HEAD|POST|PUT|DELETE|PATCH) \/|^HTTP\/|^(?:---|===|ok|not ok|FAIL|PASS)\s|\blevel=(?:info|debug)\b|\berror TS\d|\.\w{1,4}:\d{1,6}:\d|_test\b/i;

/** The registry was not asked, or did not answer. */
const NO_ANSWER =
  /exec format|cannot execute|dial tcp|no such host|time(?:d )?out|x509|connection re|\b5\d\d\b/i;

/** What a registry says that does not let somebody in. */
const OF_REGISTRIES: readonly Sign[] = [
  {
    has: 'unauthorized: ',
    and: /daemon|docker|buildx|registry|pulling|pushing|ghcr|manifest|v2\/|\bunauthorized: (?:un)?(?:authenti\w+|authori[sz]\w+|access|incorrect|invalid|bad|expired|user|the client|your |you |email|personal|project|repository|token|not |no )/i,
  },
  { has: 'unauthorized to access repository' },
  { has: 'authorization status: 40' },
  { has: '/v2/: denied', and: /https?:\S{1,200}\/v2\/: DENIED/ },
  { has: 'authorization failed', and: /\b40[13]\b/ },
  { has: 'http status 40', and: /HTTP status:? 40[13]\b/i },
  {
    has: 'denied: ',
    and: /(?<!_)denied: (?:tag |requested access|permission|installation|insufficient|user|access|the token|un(?:authenticated|authorized)|denied|your |not allowed|organization|project|repository|write_package|read_package|failed to)/i,
    not: /^(?!.*(?:daemon|registry|push|pull)).*(?:^|\s)\/\S{1,200}: |IAM/,
  },
  ...texts(`
    pull access denied for | no basic auth credentials | insufficient_scope: | insufficient_scope" | non tty device | must provide --username with --password-stdin | invalid username/password
    | requested access to the resource is denied | push access denied | push access to
  `),
  { has: 'error getting credentials - err', not: NO_ANSWER },
  { has: 'and that you are authenticated correctly', not: NO_ANSWER },
  { has: ': denied', and: /(?:manifests?|blob)\b.{0,200}: denied:?\s{0,2}$/ },
  { has: 'invalid status code from registry 4', and: /registry 40[013]/ },
  { has: 'failed to fetch oauth token', and: /\b40[13]\b|denied|unauthorized/i },
  { has: 'failed to authorize', and: /\b40[13]\b|denied|unauthorized|forbidden/i },
  { has: 'login attempt to ', and: /failed with status: 40[13]/ },
  { has: 'authentication required', and: /registry|\/v2\/|daemon|push|pull|manifest|UNAUTHORIZED/ },
  { has: '401 unauthorized', and: /registry|v2\/|docker|manifest|token|push|pull/i },
  {
    has: '403 forbidden',
    and: /(?<!npm_)registry(?!\.(?:npmjs|yarnpkg))|v2\/|docker|manifest|token|push|pull|ghcr/i,
  },
];

/** The login to a machine that is to be set up, and not to a server of Git’s. */
const OF_A_SERVER = /via ssh|UNREACHABLE!/;

/** What others say. */
const OF_OTHERS: readonly Sign[] = [
  ...texts(`
    username and password required | input required and not supplied | incorrect username or password
    | bad credentials | resource not accessible by | parameter token or opts.auth is required | could not load credentials
    | could not assume role | expired_token | token has expired | token is expired | not authorized to perform
    | unable to get actions_id_token | must be authenticated | login is required
    | code e401 | code eneedauth | code eotp | authentication is required | authentication token not provided | no authorization header was set for
    | yn0041 | yn0033 | err_pnpm_fetch_401 | err_pnpm_fetch_403 | invalid or non-existent authentication information
    | invalid api token | invalid api key | invalid access token | credentials not correct for | no token found, please run
    | failed to authenticate when downloading | no upload token found | could not authenticate against
    | bad username or password for | your request could not be authenticated | unable to locate credentials
    | credentials could not be loaded | invalidclienttokenid | security token included in the request is
    | expiredtoken | accessdenied: | accessdeniedexception | (accessdenied) | unrecognizedclientexception
    | signaturedoesnotmatch | nocredentialproviders | no valid credential sources | failed to refresh cached credentials
    | defaultcredentialserror | could not find default credentials | does not currently have an active account
    | do not currently have an active account | caller does not have permission | reauthentication failed
    | insufficient authentication scopes | had invalid authentication credentials | authorizationfailed
    | does not have authorization to perform | run 'az login' | run "az login" | defaultazurecredential failed
    | failed to authenticate the request | server (forbidden): | logged in to the server (unauthorized)
    | please check the user token | authentication error (snyk | no ambient oidc | token required because
    | have you run firebase login | no existing credentials found | environment variable: gh_token | set the gh_token
    | gh auth login | must have admin rights to | resource protected by organization saml | password authentication failed for user
    | not registered with an entitlement server | username must not be null | the token provided via
    | you do not have permission to publish | invalid credentials for | requires you to be logged in
    | gpg: signing failed | gpg failed to sign | gpg: no default secret key | enoghtoken | enonpmtoken | could not acquire credentials | required token could not be found | don't seem to be an owner
    | must sign up for private packages | a one-time password from your authenticator | personal access token is not set
    | not found - https://docs.github.com/rest | failed to sign: no identity found | could not be found in the keychain
    | signtool error: no certificates | missing github_token | must be set for login during | egitnopermission | einvalidnpmtoken | codecov token not found
    | could not find credentials entry | no default secret key | decryption failed: no secret key | unusable secret key
    | trusted publishing exchange failure | access denied: 530 | sure your credentials for | keystore file '
    | problem refreshing your current auth tokens | attempting to decrypt but no vault | connect to the agent: ipc connect
    | error storing credentials | encryptor::invalidmessage | keystore password was incorrect | has no configured signatory
    | errsecinternalcomponent | specified api key is invalid | publish profile is invalid | necessary to set a cloudflare_api_token
    | entity not found in registry | ssh: unable to authenticate, attempted | can't check signature: no public key
    | a package version that is forbidden by your | no pg_hba.conf entry for | no credentials have been configured | matching code signing identity
    | id verification code is required | no valid unity editor license

  `),
  { has: 'permission denied (publickey', and: OF_A_SERVER },
  { has: 'aadsts', and: /\bAADSTS\d{5,6}\b/ },
  { has: 'authentication required', not: /registry|\/v2\/|daemon|manifest|UNAUTHORIZED/ },
  { has: 'authentication failed', not: /^fatal: |\.git\b/ },
  { has: 'invalid credentials' },
  { has: 'missing credentials' },
  { has: 'not found', and: /^(?:RequestError \[HttpError\]|HttpError): Not Found/ },
  { has: 'not logged in', not: /could not be|warn/i },
  { has: 'access denied', and: /(?:^|[\s:])access denied(?: for user|\s?[.!(]|: |$)/i, not: /</ },
  { has: 'permission_denied' },
  { has: 'permission', and: /\bpermission '[\w.]{3,80}' denied on|does not have [\w.]{3,80} access to/i },
  { has: 'does not have storage', and: /does not have storage\.\S{3,60} access/ },
  { has: 'invalid_grant' },
  { has: 'the config profile (', and: /could not be found/ },
  { has: 'an error occurred (403)' },
  { has: 'unprotected private key file' },
  { has: 'permission denied', and: /^(?:Code: 403\.|\* permission denied)/ },
  { has: 'error making api request', and: /Error making API request/ },
  ...[
    ...[
      '401 unauthorized',
      '401  unauthorized',
      '401 (unauthorized)',
      '(401 unauthorized',
      'status code 401',
    ],
    ...[
      '401 client error',
      'error 401',
      'http 401',
      'status code: 401',
      '401 error',
      'http/1.1 401',
      'http/2 401',
      'returned error: 401',
    ],
  ].map((has) => ({ has })),
];

/** Signs that count only where somebody says it who was turned away. */
const said = (signs: readonly Sign[]): readonly Sign[] =>
  signs.map((sign) => ({ ...sign, not: sign.not ?? IN_PASSING }));

const GIT_TOKEN = 'git config --global url."https://x-access-token:$TOKEN@HOST/".insteadOf "https://HOST/"';

export const loginKinds = (): readonly Kind[] => [
  kind('registry-unauthorized', 'the registry refused the login', {
    bearing: 'elsewhere',
    rank: 'cause',
    signs: said(OF_REGISTRIES),
    explains: ['login-missing', 'server-refuses'],
    causes: [
      {
        text: 'Credentials that are stored for the registry are wrong, lack a right or have expired; even a public image is then refused',
        shown: true,
        elsewhere: true,
        remedy: 'Log out, or log in again with a valid token that has the right',
        commands: ['docker logout', 'docker login'],
      },
      {
        text: 'The image does not exist under this name, or is private',
        elsewhere: true,
        remedy: 'Check the name, or log in with an account that may read it',
        commands: ['docker buildx imagetools inspect IMAGE'],
      },
    ],
    sources:
      'docker-practice/actions-setup-docker#20 firstbatchxyz/dkn-compute-launcher#1 docker/hub-feedback#753',
  }),
  plain(
    'login-missing',
    'a login, a token or a right is missing',
    said(OF_OTHERS),
    [
      'A login, a token or a right that the step needs is missing, or has expired',
      'Look at the secret that is named (those of a fork’s pull request are empty), and at the job’s permissions',
    ],
    {
      explains: [
        'dependency',
        'server-refuses',
        'built-from-source',
        'deployment-failed',
        'network',
        'permission',
      ],
    },
  ),
  plain(
    'server-refuses',
    'a server refuses the request (403 Forbidden)',
    said([
      { has: '403 forbidden' },
      { has: '403  forbidden' },
      { has: '403 (forbidden)' },
      { has: '403: forbidden' },
      { has: '403 client error' },
      { has: 'status code 403' },
      { has: 'status code: 403' },
      { has: 'http 403' },
      { has: 'error: 403', and: /returned error: 403\b/, not: /\.git\// },
      { has: 'code e403' },
    ]),
    [
      'A server refuses the request: whoever asks has no right to it, gave a token that lacks it, or comes from an address or by a proxy that is turned away',
      'Open the address that is named; look at the token and its rights, and at whether the server or the proxy turns this machine away',
    ],
    { explains: ['dependency', 'network'] },
  ),
  kind('git-credentials', 'could not read Username: terminal prompts disabled', {
    bearing: 'elsewhere',
    rank: 'cause',
    signs: [
      ...texts('could not read username for | could not read password for | terminal prompts disabled'),
      { has: 'permission denied (publickey', not: OF_A_SERVER },
    ],
    explains: [
      ...['source-control', 'download-gone', 'server-refuses', 'login-missing'],
      ...['dependency', 'network', 'permission'],
    ],
    causes: [
      {
        text: 'Git asks for a login to fetch a module of Go’s, and nobody is there to type it: its repository is private, or is not there under this name',
        when: only(logShows('go-modules')),
        specific: true,
        elsewhere: true,
        remedy:
          'Name the private modules in GOPRIVATE, so that no proxy is asked for them, and give Git a token that may read them',
        commands: ['export GOPRIVATE=HOST/OWNER/*', GIT_TOKEN],
      },
      {
        text: 'Git’s server does not let this key in: it is missing, is another one, or has no right to this repository',
        when: only(evidenceIs(/publickey/i)),
        specific: true,
        elsewhere: true,
        remedy:
          'See which key is used, and give its public half to the repository (a deploy key) or to an account that may read it',
        commands: ['ssh -vT git@HOST'],
      },
      {
        text: 'Git asks for a login, and nobody is there to type it: the repository is private, or is not there under this name',
        when: (view) => (logShows('go-modules')(view) === true ? false : undefined),
        shown: true,
        elsewhere: true,
        remedy:
          'Look at the address; give Git a token that may read the repository, or take its SSH address and a key',
        commands: [GIT_TOKEN],
      },
    ],
  }),
  clue('go-modules', { has: 'go: ', and: /^go: \S/ }, { has: 'go mod download' }, { has: '/pkg/mod/' }),
  plain(
    'source-control',
    'Git could not fetch, merge or push',
    [
      // As Git begins what it ends with, but for what the network or the machine brings about
      {
        has: 'fatal: ',
        and: /^fatal: (?:No |You |The current |not |bad |ref |invalid (?:reference|refspec|object|path)|'[^']{1,200}' (?:is|does) |could not (?:parse|lock)|cannot (?:lock|update|rebase)|no |your |repository |protocol error: bad pack|empty |pathspec |need |Need|path |server |upstream |unrelated |a )/,
      },
      { has: 'src refspec ', and: /^error: src refspec \S{1,200} does not match any/ },
      { has: 'request for unadvertised object' },
      { has: 'could not find remote branch' },
      { has: 'failed to merge submodule' },
      { has: 'filename too long', and: /^error: unable to create file / },
      { has: "the process '/usr/bin/git' failed" },
      { has: 'git ls-remote -q', and: /exit status 128/ },
      ...texts(`
        error: could not apply | fatal: bad revision | no names found, cannot describe | no tags can describe | fatal: unsafe repository
        | clone succeeded, but checkout failed | pack exceeds maximum allowed size
        | fatal: empty ident name | error: no such remote | gitexception: command " | no matching host key type found
        | git-lfs: not found | abort: repository http
      `),
      ...texts(`
        host key verification failed
        | could not read from remote repository | automatic merge failed | merge conflict in | couldn't find remote ref
        | remote: repository not found | failed to push some refs | dubious ownership
        | not a git repository | error: pathspec | protected branch hook | unable to checkout | remote error:
        | password authentication was removed
        | http basic: access denied | write access to repository not granted | invalid username or token
        | has been marked as read only | you are not allowed to push | gh006: | gh013: | refusing to allow a
        | don't have permission to view it | enabled or enforced saml | error in libcrypto | sign_and_send_pubkey
        | reference is not a tree | fatal: bad object | unknown revision or path not in | refusing to merge unrelated
        | unable to auto-detect email address | please tell me who you are | not possible to fast-forward
        | reconcile divergent branches | would be overwritten by | not our ref | transport 'file' not allowed
        | protocol error: bad line length | could not parse object | appear to be a git repository | into submodule path
        | fetched in submodule path | find current revision in submodule | index file corrupt | .lock': file exists
        | inflate: data stream error | updates were rejected because | file size limit of
        | over its data quota | smudge error: | smudge filter lfs failed | external filter 'git-lfs | configured for git lfs but
        | shallow file has changed | from a shallow repository | cannot lock ref ' | invalid index-pack output
        | did not match any files | error cloning remote repo | failed to checkout: exit status 128
        | kex_exchange_identification | remote: invalid username | unable to find remote helper for | bad owner or permissions on
        | too many authentication failures | connection to your authentication agent | expected shallow list | couldn't set 'refs | error: repository not found | not found in upstream | no url found for submodule path
      `),
      { has: 'authentication failed for', not: /password authentication failed for user/ },
      { has: 'denied to ', and: /\bPermission to \S{1,200} denied to / },
      { has: 'repository ', and: /^fatal: (?:remote error: )?repository '[^']{1,300}' not found/ },
      { has: 'already exists', and: /^fatal: (?:tag|a branch named|destination path) '/ },
      { has: '[rejected]', and: /^\s{0,2}! \[(?:remote )?rejected\]/ },
      { has: '[remote rejected]' },
      { has: 'object file ', and: /^error: object file \S{1,200} is empty/ },
      { has: 'returned error: 40', and: /\.git\/.{0,80}returned error: 40[13]\b/ },
      { has: 'load key "', and: /Load key "[^"]{1,200}": (?:invalid format|.{0,20}permission)/i },
    ],
    [
      'Git could not fetch, merge or push',
      'Look at the line of Git’s that is named: the address, the key, the branch',
    ],
    { explains: ['permission', 'login-missing'] },
  ),
  plain(
    'rights-not-raised',
    'sudo or su may not become root here',
    [
      { has: '"no new privileges" flag is set' },
      { has: 'no_new_privs', and: /(?:sudo|su|setuid|privileges?|escalat)/i },
      { has: 'a password is required', and: /^sudo: / },
      { has: 'a terminal is required to', and: /^sudo: / },
      { has: 'no tty present and no askpass', and: /sudo/ },
      { has: 'is not in the sudoers file' },
      { has: 'is not allowed to execute', and: /^Sorry, user / },
      { has: 'must be run from a terminal', and: /^(?:su|sudo): / },
      { has: 'authentication failure', and: /^su(?:do)?: / },
    ],
    [
      'sudo or su cannot become root here: the container was started so that no program gains rights (no-new-privileges, allowPrivilegeEscalation: false), or this user needs a password or has no right to it',
      'Run the step as root from the start (USER root, --user 0), or start the container without no-new-privileges; elsewhere let the user call sudo without a password',
      'grep NoNewPrivs /proc/self/status',
    ],
    { rank: 'cause', explains: ['permission', 'login-missing', 'set-uid-ignored'] },
  ),
];
