/** Kinds of packages that cannot be had, or exclude each other. */

import { type Kind, plain, type Sign, texts } from '../kind.ts';

export const packageKinds = (): readonly Kind[] => [
  plain(
    'dependency',
    'a package or version cannot be had',
    [
      ...texts(`
        externally-managed-environment | in locally installed gems
        | does not have a release file | is not valid yet | could not get lock /var/lib | errors parsing go.mod
        | could not resolve all files | could not find artifact | could not resolve all dependencies
        | resolvepackagenotfound | gpg check failed | error nu1
        | your requirements could not be resolved | could not find compatible versions | mirror sync in progress
        | npm err! 404 | no module named | no such package
        | failed to load source for dependency | failed to collect dependencies | version solving failed
        | ebadplatform | could not find a version that satisfies | no matching distribution found
        | unable to locate package | has no installation candidate | unmet dependencies
        | unable to fetch some archives | 404  not found | unable to select packages
        | unsatisfiable constraints | failed to build gem native extension | extconf.rb failed
        | could not resolve dependencies | unable to find package | hash sum mismatch | checksum mismatch
        | hashes are required | no solution found when resolving | requirements are unsatisfiable
        | is not a supported wheel on this platform | no wheels with a matching
        | unable to find installation candidates | resolutionimpossible | packagesnotfounderror
        | solving environment: failed | unable to find a match | err_pnpm_ | couldn't find any package by
        | no candidate version | packages cannot be authenticated | failed to select a version for | could not find gem
        | no longer has a release file | could not find satisfied version | held broken packages
        | libmambaunsatisfiable | no longer have a release file | eresolve | couldn't find package " | conflicting dependencies
        | continue due to errors on dependencies | hex dependency resolution failed | no longer be found in that source
        | no matching version found for | couldn't find any versions for | no matching package named
        | invalid version: unknown revision | no required module provides package | provider registry.terraform.io
        | or one of its dependencies could not be resolved | while constructing the build plan, the following
        | the following dependencies couldn't be met | not resolved: no remote defined | error: missing binary:
        | there are no ebuilds to satisfy | not found in package names. trying | failed to download metadata for repo
        | cannot find a valid baseurl for repo | required by 'virtual:world' | by not providing "find
        | package configuration file provided by | dependencies could not be resolved because | specs satisfying the \`
        | couldn't find module or a distribution | no results matching query were found | does not provide attribute '
        | there is no package called | failed to load config " | is expired (invalid since | could not find or read package
        | no bottle available | invalid or corrupted package | is unknown trust | is unavailable for download for channel
      `),
      {
        has: 'dependency ',
        and: /ERROR: Dependency "[^"]{1,80}" not found|Dependency lookup for .{1,80} failed/,
      },
      { has: 'was not found for', and: /version '[^']{1,40}' with arch\S{0,12} '[^']{1,20}' was not found/i },
      { has: 'npm err', and: /npm ERR[!]? code E(?!LIFECYCLE)\w+|notsup|Tracker|Unexpected end of JSON/i },
      {
        has: 'npm error',
        and: /npm error (?:code E(?!LIFECYCLE)\w+|404 )|Unexpected end of JSON|notsup|ERESOLVE/i,
      },
      { has: 'failed to fetch', and: /404|not found/i },
      { has: 'no package', and: /no package .{1,60} available|nothing provides/i },
      { has: 'pkg-config', and: /not found|was not found/i },
      { has: 'nothing provides', and: /nothing provides .{1,80} needed by|nothing provides requested/ },
      { has: 'target not found: ', and: /^error: target not found: / },
      { has: 'could not ', and: /^> Could not (?:resolve|find) [\w.-]{1,100}:[\w.-]{1,100}/ },
      { has: 'was not found', and: /^E: Version '[^']{1,80}' for '/ },
      { has: 'no provider of', and: /^No provider of '/ },
      { has: 'no solution for', and: /^\[ERROR\] No solution for / },
      {
        has: 'is not available',
        and: /^ERROR: dependenc\w{1,4} .{1,200} (?:is|are) not available for package/,
      },
      { has: 'in @inc', and: /Can't locate \S{1,100} in @INC/ },
      // CMake says the same of what it can do without, as a status line.
      { has: 'could not find', and: /^(?:CMake Error.{0,200}|\s{0,4})Could NOT find \w/ },
      {
        has: 'configure: error:',
        and: /error: .{0,200}(?:not found|were not met|can(?:'t|not) (?:be found|find)|could not find|is required|missing)/i,
      },
    ],
    [
      'A package, or a version of one, cannot be had or was damaged on the way',
      'Look at the name and the version, clean the package manager’s cache, and run it again',
    ],
  ),
];
