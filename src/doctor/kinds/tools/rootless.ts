/** Kinds of engines that run without root: the ids and the rights that they lack. */

import { evidenceIs, only } from '../conditions.ts';
import { type Cause, type Kind, kind, texts } from '../kind.ts';

/** The program itself may not write maps, whoever calls it. */
const NO_SETUID = /should have setuid or have filecaps setuid/i;
const NO_PROGRAM = /new[ug]idmap\S{0,3}:? (?:executable file |command )?not found/i;

const GRANT = 'sudo usermod --add-subuids 100000-165535 --add-subgids 100000-165535 {user}';

const NO_IDS: Cause = {
  text: '{user} has no subordinate ids, or fewer than the image has owners: files of others than root cannot be unpacked',
  shown: true,
  elsewhere: true,
  remedy: 'Grant this user subordinate ids, and let podman read them anew',
  commands: [GRANT, 'podman system migrate'],
};

export const rootlessKinds = (): readonly Kind[] => [
  kind('rootless-ids', 'a rootless engine has no ids to map', {
    bearing: 'elsewhere',
    rank: 'cause',
    signs: [
      { has: 'should have setuid or have filecaps' },
      { has: 'idmap', and: NO_PROGRAM },
      { has: 'potentially insufficient uids or gids' },
    ],
    explains: [
      'no-subordinate-ids',
      'namespace-refused',
      'container-not-set-up',
      'permission',
      'command-not-found',
    ],
    causes: [
      {
        text: 'newuidmap and newgidmap, by which a user maps ids of his own, have lost the right to do so: they are neither setuid nor have capabilities, as happens where an image or a file system was copied without them',
        when: only(evidenceIs(NO_SETUID)),
        specific: true,
        elsewhere: true,
        remedy: 'Install uidmap again, or give both programs back their right',
        commands: [
          'sudo apt-get install --reinstall uidmap',
          'sudo chmod u+s /usr/bin/newuidmap /usr/bin/newgidmap',
          'sudo setcap cap_setuid+ep /usr/bin/newuidmap && sudo setcap cap_setgid+ep /usr/bin/newgidmap',
        ],
      },
      {
        text: 'newuidmap and newgidmap, by which a user maps ids of his own, are not installed',
        when: only(evidenceIs(NO_PROGRAM)),
        specific: true,
        elsewhere: true,
        remedy: 'Install uidmap, and grant this user subordinate ids',
        commands: ['sudo apt-get install uidmap', GRANT],
      },
      {
        ...NO_IDS,
        when: (view) => (evidenceIs(NO_SETUID)(view) ?? evidenceIs(NO_PROGRAM)(view)) !== true,
      },
    ],
  }),
  // An engine warns of it, and goes on.
  kind('no-subordinate-ids', 'no subuid ranges found for user', {
    bearing: 'elsewhere',
    signs: texts(
      'no subuid ranges found for | no subgid ranges found for | check /etc/subuid and /etc/subgid | using rootless single mapping',
    ),
    causes: [NO_IDS],
  }),
];
