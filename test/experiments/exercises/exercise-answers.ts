/** Answers to a shipped exercise, as merge patches. */
export interface ExerciseAnswers {
  /** Passes. */
  readonly model: string;
  /** Each loses exactly the goal of its place. */
  readonly wrong: readonly string[];
  /** Each reaches the goals by something else than the task is about, and is refused or breaks a limit. */
  readonly cheats: readonly string[];
}

const KMS_SECURE =
  'kms-secure: { network: secure, os: server-2008-standard, key: corp-kms, activateBy: telephone }';

/** By the name of the exercise's file. */
export const EXERCISE_ANSWERS: Readonly<Record<string, ExerciseAnswers>> = {
  // 40 desktops reach 25 by themselves.
  '01-branch': {
    model: `
networks: { branch: { dns: branch.example } }
dns: { branch.example: { network: branch } }
hosts: { kms-branch: { network: branch, os: server-2008-standard, key: corp-kms } }
`,
    wrong: [
      'title: Nothing done',
      // A message for each desktop.
      `
keys: { branch-mak: { type: mak, group: client, activations: 60 } }
machines: { branch-desktops: { method: mak, key: branch-mak } }
`,
    ],
    cheats: [
      'machines: { branch-desktops: { network: core } }',
      'machines: { branch-desktops: { install: { at: 199 d } } }',
      'machines: { branch-desktops: { rearm: at-expiry, os: vista-enterprise-sp1 } }',
      'machines: { branch-desktops: { count: 1 } }',
      'networks: { branch: { internet: false } }',
      'links: { line: { from: branch, to: core, allow: [kms, dns] } }',
      'duration: 20 d',
      'machines: { branch-desktops: { method: none } }',
      'timeline: [{ at: 20 d, retire: branch-desktops }]',
    ],
  },
  // Enterprise has five rearms, 180 days; Business three, 120.
  '02-lab': {
    model: 'machines: { lab-pcs: { os: vista-enterprise-sp1, rearm: at-expiry } }',
    wrong: [
      'machines: { lab-pcs: { rearm: at-expiry } }',
      'machines: { lab-pcs: { method: mak, key: lab-mak, by: telephone } }',
    ],
    cheats: [
      'machines: { lab-pcs: { os: server-2008-standard, rearm: at-expiry } }',
      'machines: { lab-pcs: { os: server-2008-r2-standard, rearm: at-expiry } }',
      'machines: { lab-pcs: { os: windows-7-enterprise, rearm: at-expiry } }',
      'machines: { lab-pcs: { rebuild: { every: 29 d } } }',
      'machines: { lab-pcs: { install: { at: 449 d } } }',
      'duration: 20 d',
    ],
  },
  // MAK for the 8 that come too seldom and the 6 that never come.
  '03-roaming': {
    model: `
keys: { field-mak: { activations: 16 } }
machines: { yearly: { method: mak, key: field-mak }, at-home: { method: mak, key: field-mak } }
`,
    wrong: [
      'machines: { at-home: { method: mak, key: field-mak } }',
      `
keys: { field-mak: { activations: 60 } }
machines:
  quarterly: { method: mak, key: field-mak }
  yearly: { method: mak, key: field-mak }
  at-home: { method: mak, key: field-mak }
`,
      `
keys: { field-mak: { activations: 14 } }
machines: { yearly: { method: mak, key: field-mak }, at-home: { method: mak, key: field-mak } }
`,
    ],
    cheats: [
      'machines: { yearly: { connects: { every: 7 d } }, at-home: { network: office } }',
      'machines: { at-home: { network: office } }',
      'machines: { at-home: { method: mak, key: field-mak, by: telephone } }',
      'machines: { yearly: { rearm: at-expiry } }',
      'machines: { yearly: null }',
      'links: { tunnel: { from: homes, to: office, allow: [kms, dns] } }',
    ],
  },
  // Six servers that are left reach 5; the desktops go through a VAMT.
  '04-security-zone': {
    model: `
hosts: { ${KMS_SECURE} }
vamt: { zone: { network: secure, every: 7 d, via: removable-media, roundTrip: 7 d } }
machines:
  secure-servers: { method: kms, key: null, by: null }
  secure-desktops: { method: mak-proxy, by: zone }
`,
    wrong: [
      // 28 computers until day 100, and 22 from then on.
      `
hosts: { ${KMS_SECURE} }
machines:
  secure-servers: { method: kms, key: null, by: null }
  secure-desktops: { method: kms, key: null, by: null }
`,
      // Sixteen calls and the host's.
      `
hosts: { ${KMS_SECURE} }
machines: { secure-servers: { method: kms, key: null, by: null } }
`,
      // 28 activations.
      `
vamt: { zone: { network: secure, every: 7 d, via: removable-media, roundTrip: 7 d } }
machines: { secure-servers: { method: mak-proxy, by: zone }, secure-desktops: { method: mak-proxy, by: zone } }
`,
    ],
    cheats: [
      `
machines:
  secure-servers: { network: core, method: kms, key: null, by: null }
  secure-desktops: { network: core, method: kms, key: null, by: null }
`,
      // The model answer, but for somebody who carries a stick every day.
      `
hosts: { ${KMS_SECURE} }
vamt: { zone: { network: secure, every: 1 d, via: removable-media } }
machines:
  secure-servers: { method: kms, key: null, by: null }
  secure-desktops: { method: mak-proxy, by: zone }
`,
      // Two of them, each once a week.
      `
hosts: { ${KMS_SECURE} }
vamt:
  zone: { network: secure, every: 7 d, via: removable-media }
  other: { network: secure, every: 8 d, via: removable-media }
machines:
  secure-servers: { method: kms, key: null, by: null }
  secure-desktops: { method: mak-proxy, by: zone }
`,
      'machines: { secure-servers: { install: { at: 499 d } }, secure-desktops: { install: { at: 499 d } } }',
      `
machines:
  secure-servers: { method: none, key: null, by: null }
  secure-desktops: { method: none, key: null, by: null }
`,
      'timeline: []',
      'networks: { secure: { internet: true } }',
      'links: { line: { from: secure, to: core, allow: [kms, dns] } }',
      'machines: { secure-desktops: { count: 1 } }',
    ],
  },
  // Lines for both places, one zone, a key that includes Windows Server 2008 Enterprise, and B's host gone.
  '05-merger': {
    model: `
networks: { b-office: { dns: a.example }, b-data-center: { dns: a.example } }
links:
  office-line: { from: b-office, to: a-office, allow: [kms, dns] }
  data-center-line: { from: b-data-center, to: a-office, allow: [kms, dns] }
dns: { b.example: null }
keys: { a-kms: { group: server-b }, b-kms: null }
hosts: { kms-b: null }
`,
    wrong: [
      // A's key stays one for clients.
      `
networks: { b-office: { dns: a.example }, b-data-center: { dns: a.example } }
links:
  office-line: { from: b-office, to: a-office, allow: [kms, dns] }
  data-center-line: { from: b-data-center, to: a-office, allow: [kms, dns] }
hosts: { kms-b: null }
`,
      // The office has no line.
      `
networks: { b-data-center: { dns: a.example } }
links: { data-center-line: { from: b-data-center, to: a-office, allow: [kms, dns] } }
keys: { a-kms: { group: server-b } }
hosts: { kms-b: null }
`,
      // B's host stays, and nobody asks it.
      `
networks: { b-office: { dns: a.example }, b-data-center: { dns: a.example } }
links:
  office-line: { from: b-office, to: a-office, allow: [kms, dns] }
  data-center-line: { from: b-data-center, to: a-office, allow: [kms, dns] }
keys: { a-kms: { group: server-b } }
hosts: { kms-b: { publish: false } }
`,
    ],
    cheats: [
      'machines: { b-servers: { network: a-office }, b-desktops: { network: a-office } }',
      'machines: { b-servers: null, b-desktops: null }',
      'machines: { b-servers: { method: none }, b-desktops: { method: none } }',
      'duration: 20 d',
      'machines: { b-desktops: { count: 40 } }',
      'hosts: { kms-a: null }',
    ],
  },
  // A host for A, MAK for B, the core's host for C.
  '06-failures': {
    model: `
networks: { site-a: { dns: a.example } }
dns: { a.example: { network: site-a } }
keys: { branch-mak: { type: mak, group: client, activations: 40 } }
hosts: { kms-a: { network: site-a, os: server-2008-standard, key: corp-kms } }
machines: { b-desktops: { method: mak, key: branch-mak } }
`,
    wrong: [
      'title: As it is',
      // Two more hosts, which nobody needs.
      `
networks: { site-a: { dns: a.example } }
dns: { a.example: { network: site-a } }
keys: { branch-mak: { type: mak, group: client, activations: 40 } }
hosts:
  kms-a: { network: site-a, os: server-2008-standard, key: corp-kms }
  kms-idle: { network: core, os: server-2008-standard, key: corp-kms, publish: false }
  kms-spare: { network: core, os: server-2008-standard, key: corp-kms, publish: false }
machines: { b-desktops: { method: mak, key: branch-mak } }
`,
      // A MAK for C too, by telephone.
      `
networks: { site-a: { dns: a.example } }
dns: { a.example: { network: site-a } }
keys: { branch-mak: { type: mak, group: client, activations: 40 } }
hosts: { kms-a: { network: site-a, os: server-2008-standard, key: corp-kms } }
machines:
  b-desktops: { method: mak, key: branch-mak }
  c-desktops: { method: mak, key: branch-mak, by: telephone }
`,
    ],
    cheats: [
      'failures: null',
      'links: { wan-d: { from: site-b, to: core, allow: [kms, dns] } }',
      'cost: { host: 1 }',
      'machines: { a-desktops: { method: none }, b-desktops: { method: none } }',
      'machines: { b-desktops: { network: core } }',
      'machines: { b-desktops: { rearm: at-expiry } }',
      'machines: { a-desktops: { rebuild: null } }',
      'policy: { activationInterval: 15 min }',
      'duration: 20 d',
    ],
  },
};
