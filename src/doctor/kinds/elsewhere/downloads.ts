/** Kinds of downloads and packages that are not what was expected, or not for this platform. */

import { thirtyTwoBit } from '../conditions.ts';
import { type Kind, plain, texts } from '../kind.ts';

export const downloadKinds = (): readonly Kind[] => [
  plain(
    'download-gone',
    'what is downloaded is not there',
    [
      { has: 'an error occurred (404)' },
      { has: 'the requested url returned error', and: /error: 4(?:04|10)\b/ },
      { has: '404 client error' },
      { has: 'http error 404' },
      { has: 'request failed', and: /Request failed \\?"404 / },
      { has: ' - 404', and: /^error: GET https?:\S{1,300} - 404/ },
      { has: '(404) not found' },
      { has: 'resource not found', and: /errorCode=3 Resource not found/ },
      { has: 'specified bucket does not exist' },
      {
        has: '404',
        and: /^(?=.{0,400}(?:https?:\/\/|not found|downloading|fetch|wget|curl|nuget)).{0,1000}(?:\bHTTP\b.{0,20} |\bstatus\b.{0,20} |\bcode:? |\bresponse:? |\breplied:? |\breturned |\berror:? |: |\()404\b/i,
        not: /^HTTP\/|"(?:GET|HEAD|POST) \/|\/v2\/|npm|manifests?\b|\b(?:want|got|expect\w*|assert\w*)\b|404 {2}Not Found/i,
      },
    ],
    [
      'A file or package is not, or no longer, at the address from which it is downloaded: its version was taken away or renamed, or there is none for this platform',
      'Open the address that is named: take the version or name that is there now, and look at how the script writes the architecture into it',
    ],
    { rank: 'cause', explains: ['network', 'dependency', 'file-damaged'] },
  ),
  plain(
    'package-of-another-platform',
    'packages with programs inside were installed for another platform',
    [
      ...texts(`
        for another platform than the one you | package is present but this platform needs
        | could not load the "sharp" module | went wrong installing the "sharp" module | failed to load swc binary for
        | failed to load native binding
      `),
      { has: 'binaries cannot be used on the', and: /'[\w-]{3,20}' binaries cannot be used on the/ },
      {
        has: 'cannot find module',
        and: /@(?:rollup\/rollup|esbuild\/|next\/swc|swc\/core|parcel\/watcher|img\/sharp|oxc\w*\/|rolldown\/binding|tailwindcss\/oxide|biomejs\/cli|lmdb\/lmdb|nx\/nx)\S{0,30}(?:linux|darwin|win32)/,
      },
      { has: 'cannot find module', and: /\.linux-[\w-]{3,20}\.node/ },
      {
        has: 'query engine',
        and: /(?:could not locate|was generated for|for (?:current )?platform|runtime) /i,
      },
      // Python’s modules of machine code have names that begin so.
      { has: 'no module named', and: /No module named '[\w.]{1,80}\._\w{1,60}'/ },
      {
        has: 'cannot import name',
        and: /cannot import name '_\w{1,60}' from (?:partially initialized module )?'[\w.]{1,80}'.{0,200}site-packages/,
      },
      { has: 'snapshot not compatible with the current vm' },
      { has: 'missing binding', and: /node-sass|vendor\/linux/ },
      { has: 'but your local platform is', and: /bundle only supports platforms/i },
      { has: 'the package "@esbuild/', and: /could not be found, and is needed by esbuild/ },
    ],
    [
      'Packages that hold programs or native modules (node_modules, site-packages) were installed for another platform than the one on which they run: copied from another machine, or taken from a lock file or cache that names one platform only',
      'Run npm install (npm ci) or pip install anew on the platform on which it runs, keep node_modules in .dockerignore, and put the architecture into the key of a cache',
      'rm -rf node_modules && npm ci',
    ],
    { rank: 'cause', explains: ['file-missing', 'dependency'] },
  ),
  plain(
    'apt-key-missing',
    'apt does not have the key of a repository',
    [
      { has: 'no_pubkey' },
      { has: 'missing key ', and: /Missing key [\dA-F]{16,40}, which is needed/ },
      { has: 'expkeysig' },
      { has: 'keyexpired' },
    ],
    [
      'apt does not have the public key of a repository, or the key has expired',
      'Fetch the repository’s current key into /etc/apt/keyrings, and name it by signed-by',
    ],
    // In a new 32-bit image on an old engine, gpgv says the same of keys that are there.
    {
      rank: 'cause',
      applies: (view) => thirtyTwoBit(view) !== true && view.machine !== 'arm',
      explains: ['apt-signature'],
    },
  ),
  plain(
    'package-of-another-architecture',
    'a package for another architecture',
    [
      { has: 'install_failed_no_matching_abis' },
      ...texts(`
        is not available for arm64 | unknown host target | architecture isn't supported by this host
        | is not available on stable for this architecture
        | is intended for a different architecture | package architecture is not valid
        | package available for your current platform
        | no compatible architectures found for build | architecture is not included: | architecture is excluded:
        | in intel default prefix | is not available on the requested hostplatform
        | does not have a compatible architecture | invalid release file, no entry for
      `),
      {
        has: 'arch',
        and: /unsupported (?:cpu )?arch(?:itecture)?\b|cannot handle "?\w{3,8}"? architecture|with arch(?:itecture)? '?\w{3,8}'? (?:was )?not found|architecture \S{3,12} is not (?:currently )?supported/i,
        not: /installing: |binfmt/,
      },
      {
        has: 'does not match system',
        and: /package architecture \(\w{3,8}\) does not match system/,
        not: /\((?:amd64|arm64)\) does not match system \((?:i386|armhf|armel)\)/,
      },
      {
        has: 'unsupported ',
        and: /^(?:\S{1,30}: )?(?:\S{1,40}(?:Error|Exception): )?unsupported (?:platform|os\/arch|os|operating system)(?:\b.{0,12}: |\/).{0,40}\b(?:arm64|aarch64|armv?\w{0,3}|riscv64|ppc64le|s390x|i[36]86|x86_64|amd64)\b/i,
      },
      {
        has: 'not supported',
        and: /^(?:\S{1,30}: )?(?:platform|architecture|arch) \S{3,30} (?:is )?not (?:currently |yet )?supported/i,
      },
      { has: 'unknown arch', and: /^(?:\S{1,30}: )?unknown arch(?:itecture)?: \S/i },
      {
        has: 'binar',
        and: /\bno (?:pre-?(?:compiled|built) |official )?binar(?:y|ies) (?:is |are )?(?:available )?for \S/i,
      },
      { has: 'no prebuil', and: /no prebuil[dt]s? (?:or (?:local build|repaired)|binaries|package|found)/i },
      { has: 'no native build was found for' },
      { has: 'invalid nativeplatform: ' },
      { has: 'no valid target found for linux-' },
      { has: 'unknown binarytarget ', and: /Unknown binaryTarget \S{3,60} and no custom/ },
      {
        has: 'unsupported ',
        and: /\bunsupported (?:cpu|processor|host (?:cpu|arch(?:itecture)?)|target arch(?:itecture)?)(?: type)?:? ['"`]?(?:arm64|aarch64|armv?\w{0,3}|riscv64|ppc64(?:le)?|s390x|i[36]86|x86_64|amd64)\b/i,
        not: /^(?:not )?ok \d|expect|\breturns\b/,
      },
      {
        has: 'not supported on ',
        and: /^(?:ERROR: |Error: |error: |\S{1,30}: )(?:\S{1,40} )?(?:is )?not (?:yet |currently )?supported on (?:linux[ /-])?(?:arm64|aarch64|armv?\w{0,3}|riscv64|ppc64(?:le)?|s390x)\b/i,
        not: /-(?:race|buildmode|linkmode)\b/,
      },
      {
        has: 'only supports ',
        and: /^(?:error\b|This (?:script|installer|package|program|tool)\b).{0,80}\bonly supports (?:linux[ /-])?(?:arm64|aarch64|armv?\w{0,3}|riscv64|loongarch64|ppc64(?:le)?|s390x|mips\w{0,6}|i[36]86|x86_64|amd64)\b/i,
      },
      {
        has: ' available for ',
        and: /^(?:error: )?no (?:release|download|asset|artifact|binary|package|build)s? (?:is |are )?available for (?:linux[ /_-])?(?:arm64|aarch64|armv?\w{0,3}|riscv64|loongarch64|ppc64(?:le)?|s390x|mips\w{0,6}|i[36]86|x86_64|amd64)\b/i,
      },
      {
        has: 'unknown ',
        and: /^(?:\S{1,30}: )?unknown (?:machine(?: type)?|cpu(?: type)?|processor|architecture)[: ]{1,2}["'`]?(?:arm64|aarch64|armv?\w{0,3}|riscv64|loongarch64|ppc64(?:le)?|s390x|mips\w{0,6}|i[36]86|x86_64|amd64)\b/i,
        not: /qemu/,
      },
      {
        has: 'gen_snapshot" in the search path',
        and: /\/linux-(?:arm64|x64|riscv64)\S{0,60}\/gen_snapshot"/,
      },
      // A Ruby of 32-bit x86 that electron-builder brings
      { has: '-linux-x86/', and: /\/fpm-[\d.-]{1,20}-linux-x86\/\S{1,100}: No such file or directory/ },
      { has: 'may not be able to run on this system', and: /\btoolchain '/ },
      { has: 'does not yet support your current environment' },
      { has: 'pair not supported', and: /os\/arch pair/i },
      {
        has: 'is not available for the',
        and: /ERROR: \S{1,80} is not available for the '\w{3,12}' architecture/,
      },
      { has: 'which does not match', and: /is only supported on '[^']{1,100}', which does not match/ },
      { has: 'not compatible with your', and: /(?:architecture|cpu|platform)/i },
    ],
    [
      'A package was taken that is made for another architecture than the system on which it is installed, or there is none for this one',
      'Fetch the package for the architecture of the image or machine (dpkg --print-architecture, $TARGETARCH), and not one whose name is written down',
      'dpkg --print-architecture',
    ],
    { rank: 'cause', explains: ['package-failed', 'dependency'] },
  ),
  plain(
    'file-damaged',
    'a downloaded file is not what was expected',
    [
      ...texts(`
        err_pnpm_tarball_integrity | does not match the one reported by the checksum | not match the one reported by
        | badzipfile: | before the end-of-stream marker | appears to be corrupted. | failed to unpack package \`
        | could not unzip /
      `),
      { has: 'code eintegrity', and: /npm (?:ERR!|error) code EINTEGRITY/ },
      { has: 'readerror: ', and: /^(?:tarfile\.)?ReadError: / },
      { has: ' is not a ', and: /^(?:bunzip2|bzip2|gzip|lzma|xz): .{1,200} is not a \w{1,8} file/ },
      ...texts(`
        not in gzip format | does not look like a tar archive | checksum verification failed
        | end-of-central-directory signature not found | do not match the hashes | hash mismatch | sha256 mismatch
        | digest did not match | unexpected size | is not a debian format archive | unrecognized archive format
        | digest verification failed | checksummismatcherror | match the expected checksum | remote archive doesn't match
        | integrity check failed for | the expected hash in the lock file | failed to verify the checksum of
        | changed between lock files | the listed checksum of | zip end header not found | error in opening zip file
        | has wrong sha256 hash | hash of the downloaded file does not match | wrong sha256 checksum for
        | no valid openpgp data found | properly formatted sha | no properly formatted checksum
        | not found in known hashes | cannot find zipfile directory | compressed file ends unexpectedly
        | invalid tar header | no valid patches in input | download hash mismatch | unexpected eof in archive
      `),
      { has: 'computed checksum', and: /did not match/i },
      {
        has: 'checksum',
        and: /^(?:\S{1,20} )?(?:error: |ERROR: )?(?:the )?checksums? (?:do(?:es)? not match|mismatch|is invalid|verification error)|^(?:error: )?invalid checksum|\bChecksum was \w{1,128} but wanted/i,
        not: /--- FAIL|expect/,
      },
      {
        has: 'unexpected end of',
        and: /^(?:gzip: |xz: |zstd: |bzip2: |error An unexpected error occurred: ).{1,300}unexpected end of (?:file|input)/i,
      },
      { has: 'file format not recognized', and: /^xz: / },
      { has: 'unsupported format', and: /^zstd: / },
      { has: 'invalid magic', and: /^(?:gzip|tar|gunzip|unxz|xz|bunzip2): / },
      { has: 'signature verification failed', and: /^(?:\S{1,40}: )?Signature verification failed$/i },
      { has: 'unable to parse package file' },
      { has: 'short read', and: /^tar: short read/ },
      { has: 'is invalid', and: /^ERROR: Wheel '[^']{1,100}' located at / },
      { has: 'bad signature from' },
      { has: 'file not recognized: file truncated' },
    ],
    [
      'A downloaded file is not what was expected: a page of an error in its place, cut short, changed, or for another architecture than its checksum',
      'Look at the address and at what the server gave (curl --fail), and at the checksum of the file for this platform',
    ],
    { explains: ['dependency'] },
  ),
  plain(
    'package-failed',
    'a package could not be installed',
    [
      { has: 'dependency problems prevent configuration of' },
      { has: 'error: unpacking of archive failed' },
      { has: 'scriptlet failed, exit status ', and: /^warning: %\w{1,20}\(/ },
      { has: 'dpkg: error processing' },
      { has: 'sub-process /usr/bin/dpkg returned an error' },
      { has: 'scriptlet failed, exit status ', and: /^error: %\w{1,20}\(/ },
      { has: 'error -1 running transaction' },
    ],
    ['The package manager stopped at an error of a package', 'Look at the first error above it'],
    { rank: 'echo' },
  ),
];
