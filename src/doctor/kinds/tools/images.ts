/** Kinds of images that are not what was asked for: platforms, tags, names. */

import { INSPECT, SETUP } from '../common.ts';
import { evidenceIs, only } from '../conditions.ts';
import { type Kind, kind, plain, texts } from '../kind.ts';

/** The registry answers that there is none. */
const RESOLVED =
  /failed to resolve (?:source metadata|reference)(?!.*no match for platform).*(?:: |404 )not found$/i;

export const imageKinds = (): readonly Kind[] => [
  plain(
    'local-image-of-another-platform',
    'image was found but does not match the specified platform',
    [
      { has: 'does not match the specified platform' },
      { has: 'but its platform', and: /does not match the expected platform|mismatch/i },
      { has: 'does not provide the specified platform' },
    ],
    [
      'The image that is stored here under this name is of another platform than the one that was asked for ({platform})',
      'Pull or build it again with --platform {platform}',
      'docker pull --platform {platform} IMAGE',
      'docker build --platform {platform} .',
    ],
    { rank: 'cause', explains: ['platform-mismatch', 'exec-format-error'], sources: 'docker/for-mac#6356' },
  ),
  kind('platform-mismatch', 'The requested image’s platform does not match the detected host platform', {
    bearing: 'note',
    signs: [
      { has: 'does not match the detected host platform' },
      { has: 'does not match the expected platform', not: /but its platform/ },
      { has: 'seems incompatible with the host platform' },
      { has: 'was pulled with platform ', and: /platform "[^"]{1,60}", expected "/ },
      { has: 'poor performance, or fail, if run via emulation' },
    ],
    causes: [
      {
        text: 'The image is for another platform than this machine’s: it has no variant for this one, or was taken without saying which platform is meant',
        remedy: 'Name the platform, and register a handler for it if it is meant to be emulated',
        commands: ['docker run --platform {platform} IMAGE', SETUP],
      },
    ],
    sources: 'multiarch/qemu-user-static#199',
  }),
  plain(
    'image-refused',
    'the image is for another architecture than the service runs',
    [
      { has: 'targets wrong architecture' },
      // Incus and LXD take an image’s architecture from its name.
      { has: "requested architecture isn't supported by this host" },
      {
        has: 'image',
        and: /\bimage\b.{0,120}\barchitecture\b.{0,40}\b(?:is not supported|not compatible|incompatible|not allowed)|\b(?:unsupported|incompatible|wrong) (?:image )?(?:architecture|platform)\b.{0,60}\bimage\b|\bimage\b.{0,60}\b(?:unsupported|incompatible|wrong) (?:architecture|platform)\b/i,
      },
    ],
    [
      'The image is made for another architecture than the machine on which the service starts it, and nothing there emulates it',
      'Build and publish it for the architecture that the message asks for, or choose machines of the image’s',
      INSPECT,
    ],
    {
      rank: 'cause',
      explains: ['platform-mismatch', 'exec-format-error', 'package-of-another-architecture'],
    },
  ),
  kind('platform-not-published', 'no match for platform in manifest', {
    bearing: 'elsewhere',
    rank: 'cause',
    signs: [
      ...texts(`
        no match for platform in | descriptor matching platform | must support amd64/linux | no matching manifest for | no image found in image index for
        | no image found in manifest list for | no supported platform found in manifest | ctr: no match | no child with platform
        | no descriptor found for reference | specified in the base image manifest list
      `),
      {
        has: 'platform linux/',
        and: /(?:unsupported|not ?found|does not (?:support|provide|contain)|no image)\S{0,2} .{0,40}\bplatform linux\//i,
      },
    ],
    causes: [
      {
        text: 'The engine does not know its own 32-bit Arm platform (it says unknown), or the image has none for it',
        when: only(evidenceIs(/manifest for (?:linux\/)?unknown/i)),
        shown: true,
        elsewhere: true,
        remedy: 'Ask for the platform by name, and see which ones the image has',
        commands: [INSPECT, 'docker pull --platform linux/arm/v7 IMAGE'],
      },
      {
        text: 'The image is not published for {platform}; nothing else can supply it',
        shown: true,
        elsewhere: true,
        remedy:
          'See which platforms the image has and ask for one of them, or build and publish it for {platform}',
        commands: [INSPECT],
      },
    ],
    sources: 'link-assistant/hive-mind#962 docker/for-mac#6356 aws-samples/bottlerocket-images-cache#7',
  }),
  plain(
    'image-not-found',
    'the image is not in the registry',
    [
      {
        has: ': not found',
        and: /failed to solve: [\w./@:-]{1,200}: [\w.-]{1,100}\/[\w./@:-]{1,200}: not found$/,
      },
      { has: 'failed to resolve ', and: RESOLVED },
      { has: '/v2/', and: /\b404 Not Found/ },
      ...texts('manifest unknown | name unknown | blob unknown | no such manifest | tag does not exist: '),
    ],
    [
      'The registry has no image of this name, or not this tag of it (official images for one architecture lie under arm64v8/, arm32v7/, amd64/)',
      'Look at the name and the tag, and at whether the step that pushes it ran before',
      INSPECT,
    ],
    { rank: 'cause' },
  ),
  kind('platform-unknown', 'the platform is misspelt', {
    bearing: 'elsewhere',
    rank: 'cause',
    signs: [
      { has: 'invalid platform' },
      { has: 'is an invalid component of' },
      { has: 'unknown operating system or architecture' },
      {
        has: 'invalid argument',
        and: /invalid argument .{0,80}(?:for .{0,20})?(?:--platform|platform specifier)/i,
      },
    ],
    causes: [
      {
        text: 'A list of platforms was given to a command that takes one: only buildx builds for several',
        when: only(evidenceIs(/,\w{1,12}" is an invalid component/)),
        specific: true,
        elsewhere: true,
        remedy: 'Build with docker buildx build, or once for each platform',
        commands: ['docker buildx build --platform linux/amd64,linux/arm64 --push .'],
      },
      {
        text: 'The name of the platform is misspelt, or unknown to this tool',
        shown: true,
        elsewhere: true,
        remedy:
          'Write it as OCI does: linux/arm64, linux/arm/v7, linux/386; this program names the nearest one',
        commands: ['node dist/cli.js platforms'],
      },
    ],
  }),
];
