import type { EditionWord } from './edition-words.ts';

/** A product by its activation ID: the system's key in `GENERATIONS`, and the edition. */
export interface KnownProduct {
  readonly system: string;
  readonly edition: EditionWord;
}

/**
 * Activation IDs (SoftwareLicensingProduct.ID) of the KMS clients, as many public lists of setup keys print them.
 * Editions N and K, and those without Hyper-V, are not told apart. Written `system edition`.
 */
const KMS_CLIENTS: Readonly<Record<string, `${string} ${EditionWord}`>> = {
  '4f3d1606-3fea-4c01-be3c-8d671c401e3b': 'vista business',
  '2c682dc2-8b68-4f63-a165-ae291d4cf138': 'vista business',
  'cfd8ff08-c0d7-452b-9f60-ef5c70c32094': 'vista enterprise',
  'd4f54950-26f2-4fb4-ba21-ffab16afcade': 'vista enterprise',
  'ddfa9f7c-f09e-40b9-8c1a-be877a9a7f4b': 'server-2008 web',
  '7afb1156-2c1d-40fc-b260-aab7442b62fe': 'server-2008 other-server',
  'ad2542d4-9154-4c6d-8a44-30f11ee96989': 'server-2008 standard',
  '2401e3d0-c50a-4b58-87b2-7e794b7d2607': 'server-2008 standard',
  'c1af4d90-d1bc-44ca-85d4-003ba33db3b9': 'server-2008 enterprise',
  '8198490a-add0-47b2-b3ba-316b12d647b4': 'server-2008 enterprise',
  '68b6e220-cf09-466b-92d3-45cd964b9509': 'server-2008 datacenter',
  'fd09ef77-5647-4eff-809c-af2b64659a45': 'server-2008 datacenter',
  '01ef176b-3e0d-422a-b4f8-4ea880035e8f': 'server-2008 itanium',
  'b92e9980-b9d5-4821-9c94-140f632f6312': 'windows-7 business',
  '54a09a0d-d57b-4c10-8b69-a842d6590ad5': 'windows-7 business',
  'ae2ee509-1b34-41c0-acb7-6d4650168915': 'windows-7 enterprise',
  '1cb6d605-11b3-4e14-bb30-da91c8e3983a': 'windows-7 enterprise',
  'a78b8bd9-8017-4df5-b86a-09f756affa7c': 'server-2008-r2 web',
  '68531fb9-5511-4989-97be-d11a0f55633f': 'server-2008-r2 standard',
  '620e2b3d-09e7-42fd-802a-17a13652fe7a': 'server-2008-r2 enterprise',
  '7482e61b-c589-4b7f-8ecc-46d455ac3b87': 'server-2008-r2 datacenter',
  '8a26851c-1c7e-48d3-a687-fbca9b9ac16b': 'server-2008-r2 itanium',
  'a98bcd6d-5343-4603-8afe-5908e4611112': 'windows-8 business',
  '458e1bec-837a-45f6-b9d5-925ed5d299de': 'windows-8 enterprise',
  'f0f5ec41-0d55-4732-af02-440a44a3cf0f': 'server-2012 standard',
  'd3643d60-0c42-412d-a7d6-52e6635327f6': 'server-2012 datacenter',
  'c06b6981-d7fd-4a35-b7b4-054742b7af67': 'windows-8.1 business',
  '81671aaf-79d1-4eb1-b004-8cbbe173afea': 'windows-8.1 enterprise',
  'b3ca044e-a358-4d68-9883-aaa2941aca99': 'server-2012-r2 standard',
  '00091344-1ea4-4f37-b789-01750ba6988c': 'server-2012-r2 datacenter',
  '2de67392-b7a7-462a-b1ca-108dd189f588': 'windows-10 business',
  '73111121-5638-40f6-bc11-f1d7b0d64300': 'windows-10 enterprise',
  '7b51a46c-0c04-4e8f-9af4-8496cca90d5e': 'windows-10 enterprise',
  '2d5a5a60-3040-48bf-beb0-fcd770c20ce0': 'windows-10 enterprise',
  '32d2fab3-e4a8-42c2-923b-4bf4fd13e6ee': 'windows-10 enterprise',
  'e272e3e2-732f-4c65-a8f0-484747d0d947': 'windows-10 enterprise',
  'a80b5abf-76ad-428b-b05d-a47d2dffeebf': 'windows-10 business',
  '8c1c5410-9f39-4805-8c9d-63a07706358f': 'server-2016 standard',
  '21c56779-b449-4d20-adfc-eece0e1ad74b': 'server-2016 datacenter',
  'de32eafd-aaee-4662-9444-c1befb41bde2': 'server-2019 standard',
  '34e1ae55-27f8-4950-8877-7a03be5fb181': 'server-2019 datacenter',
  '9bd77860-9b31-4b7b-96ad-2564017315bf': 'server-2022 standard',
  'ef6cfc9f-8c5d-44ac-9aad-de6a2ea0ae03': 'server-2022 datacenter',
  '7dc26449-db21-4e09-ba37-28f2958506a6': 'server-2025 standard',
  'c052f164-cdf6-409a-a0cb-853ba0f0f55a': 'server-2025 datacenter',
};

/** The product that an activation ID says, with or without braces; undefined for IDs that are not known. */
export function productOfActivationId(id: string): KnownProduct | undefined {
  const plain = id.replace(/[{}\s]/g, '').toLowerCase();
  if (!Object.hasOwn(KMS_CLIENTS, plain)) return undefined;
  const [system, edition] = KMS_CLIENTS[plain].split(' ');
  return { system, edition: edition as EditionWord };
}

/** The activation ID that a system's edition has in logs: the first of it; undefined where none is known. */
export function activationIdOf(system: string, edition: EditionWord): string | undefined {
  return Object.keys(KMS_CLIENTS).find((id) => KMS_CLIENTS[id] === `${system} ${edition}`);
}
