/** Kinds of what sets up machines, clusters and clouds, and of services that do not come up. */

import { type Kind, plain, texts } from '../kind.ts';

export const deploymentKinds = (): readonly Kind[] => [
  plain(
    'deployment-failed',
    'a tool that sets up machines, clusters or clouds refuses',
    [
      // The frames of Terraform, and what Ansible ends with
      { has: 'error: ', and: /^│ Error: (?!Incompatible provider)[A-Z]/ },
      { has: 'error! ', and: /^ERROR! [\w'"]/, not: /the playbook:/ },
      ...texts(`
        error: release: already exists | chart requires kubeversion | no objects passed to apply | exec plugin: invalid apiversion
        | .kube/config: no such file | error: failed to download "
      `),
      { has: 'does not exist', and: /^error: the path "[^"]{1,300}" does not exist/ },
      { has: 'deployment(s) failed', and: /\b[1-9]\d{0,4}\/\d{1,5} deployment\(s\) failed/ },
      // Packer, Skaffold, CDK, SAM, Serverless, and those that host
      ...texts(`
        a cluster with that name already exists | reconciliation failed: health check | failed creation, it may need to be | toolkit stack must be deployed
        | pipbuilder:resolvedependencies | error: create_failed: | serverless error --- | does not have a dockerfile or buildpacks
        | error r10 (boot timeout) | build script returned non-zero exit code | no output directory named " | script exited with non-zero exit status
        | docker build ran into internal error | executing lifecycle: failed with | no buildpacks participating
        | collides with a non-hostonly network
      `),
      { has: 'error: errimagepull' },
      { has: 'back-off pulling image' },
      ...texts(`
        upgrade failed: context deadline | upgrade failed: timed out waiting | exceeded its progress deadline
        | timed out waiting for the condition | no cached repo found. (try | : evalsymlink failure on | failed to create cluster:
        | error execution phase preflight | exiting due to k8s_ | manifest generation error (cached) | no matches for kind "
        | back-off restarting failed | getting credentials: exec: executable | error: accumulating resources
        | requires explicit configuration. | could not query provider registry | error: failed to install provider
        | backend configuration changed | invalid for_each argument | local-exec provisioner error | error: invalid count argument
        | the stack is currently locked by | error: preview failed: | error: update failed: resource | missing sudo password
        | in rollback_complete state | failed to create/update the stack | failed to deploy web package to app service
        | failed to get app runtime os | a request to the cloudflare api ( | exceeds the unzipped maximum size limit
        | push rejected, failed to compile | release command failed - aborting | failed due to unhealthy allocations
        | cloudformation did not receive a response | unable to fetch parameters [ | error: the state file is
      `),
      { has: 'execution error at (', and: /^Error: (?:\S{1,20} FAILED: )?execution error at \(/ },
      { has: 'crashloopbackoff', not: /\b(?:expect|assert|want)/ },
      { has: 'waiter ', and: /Waiter \w{1,60} failed: / },
      {
        has: 'error: creating ',
        and: /^(?:│ )?Error: (?:creating|updating|deleting|reading) [A-Z].{1,200}: (?:operation error|Bucket|\w{1,60}Exception|api error|StatusCode)/,
      },
      { has: 'error: no stack named ' },
      { has: 'desc = applications.argoproj.io' },
      {
        has: 'failed! => {',
        and: /^fatal: \[[^\]]{1,80}\]: FAILED! => /,
        not: /exec format|core dumped|Segmentation/i,
      },
      // Helm, kubectl, Kustomize, kind, Argo CD, Tekton
      { has: 'installation failed: ', not: /exec format/i },
      { has: 'upgrade failed: ', not: /exec format/i },
      ...texts(`
        yaml parse error on | nil pointer evaluating | no repository definition for | error validating data
        | no matches for kind | doesn't have a resource type | error from server ( | field is immutable
        | no context exists with the name
        | nodes are available: | already exist for a cluster with the name | the specifications of the schema
        | invalid kustomization | failed to find unique target for patch | application spec for | comparisonerror:
        | failed to create task run pod | kubernetes cluster unreachable | error: release: not found | find key foo in secret
      `),
      { has: 'not found in http', and: /^Error: chart "/ },
      { has: 'repo ', and: /^Error: repo \S{1,60} not found/ },
      { has: 'not defined', and: /parse error at \(.{1,200}\): function "/ },
      { has: 'context "', and: /^error: context "[^"]{1,80}" does not exist/ },
      // Terraform, Pulumi, Packer, Vagrant
      ...texts(`
        failed to query available provider packages | invalid provider registry host | error acquiring the state lock
        | backend initialization required | reference to undeclared | no value for required variable
        | error: module not installed | error: unsupported argument | error: missing required argument
        | error: missing plugins | failed to prepare build: | no usable default provider could be
        | a vagrant environment or target machine is required | failed to initialize at a very early stage
        | duplicate resource "
      `),
      { has: 'error: cycle: ', and: /^Error: Cycle: \w/ },
      // Ansible
      {
        has: 'error! ',
        and: /^(?:\[?ERROR\]?!? |ERROR! )(?:couldn't resolve module|Syntax Error while|the role '|Attempting to decrypt|Unexpected Exception|Specified hosts)/,
      },
      { has: 'an undefined variable' },
      // Clouds
      {
        has: 'an error occurred (',
        and: /An error occurred \(\w{3,60}(?:Exception|Error|NotFound|Bucket|Fault)\) when calling the /,
      },
      { has: 'resourcegroupnotfound' },
      { has: 'error: (gcloud.', and: /ERROR: \(gcloud\.[\w.-]{1,80}\) / },
      { has: "doesn't exist in cloud" },
      { has: 'zip upload failed with status' },
      { has: 'invalidamiid' },
    ],
    [
      'A tool that sets up machines, clusters or clouds (Helm, kubectl, Terraform, Ansible, a cloud’s own) refuses what it was given, or waited for it in vain',
      'Look at the object that it names, at its own version and that of the cluster or cloud, and at what is there already',
    ],
  ),
  plain(
    'service-not-up',
    'a service that the step waits for does not come up',
    [
      { has: 'connection to server on socket', and: /failed: No such file/ },
      ...texts(`
        dependency failed to start: container | waiting on dependencies to become available | from config.webserver
        | cypress failed to verify that your server | server never became ready | connection not available and request was dropped
        | healthcheck failed | container never became healthy
        | service is not healthy | timed out waiting for service | one or more containers failed to start
      `),
      { has: 'wait-for-it', and: /wait-for-it(?:\.sh)?: timeout occurred after waiting/ },
      { has: 'is not running', and: /daemon: [Cc]ontainer \w{1,80} is not running/ },
      {
        has: 'timed out waiting for: ',
        and: /^(?:Error: |.{0,40} )?[Tt]imed out waiting for: (?:https?:\/\/|tcp:|localhost|[\w.-]{1,80}:\d)/,
      },
      {
        has: ' to become ',
        and: /\b(?:[Tt]imeout|[Tt]imed out|[Gg]ave up) waiting for [\w./:-]{1,80} to become (?:available|ready|healthy)/,
      },
      {
        has: 'failed to initialize container',
        and: /^(?:Error: |##\[error\])Failed to initialize container /,
      },
    ],
    [
      'A service that the step waits for (a database, a server of a test, a container beside it) does not come up in time',
      'Look at the log of that service itself, and at how long it takes to start here: under an emulator it may take many times as long',
      'docker compose logs',
    ],
    { doubtful: true },
  ),
];
