import { SYSTEMS, type SystemName } from '../../model/definitions/systems/systems.ts';

/** IDs of the KMS clients' products (SoftwareLicensingProduct.ID), as many lists of setup keys print them. */
const KMS_CLIENTS: Readonly<Record<string, SystemName>> = {
  '4f3d1606-3fea-4c01-be3c-8d671c401e3b': 'vista-business',
  '2c682dc2-8b68-4f63-a165-ae291d4cf138': 'vista-business',
  'cfd8ff08-c0d7-452b-9f60-ef5c70c32094': 'vista-enterprise',
  'd4f54950-26f2-4fb4-ba21-ffab16afcade': 'vista-enterprise',
  'ddfa9f7c-f09e-40b9-8c1a-be877a9a7f4b': 'server-2008-web',
  'ad2542d4-9154-4c6d-8a44-30f11ee96989': 'server-2008-standard',
  '2401e3d0-c50a-4b58-87b2-7e794b7d2607': 'server-2008-standard',
  'c1af4d90-d1bc-44ca-85d4-003ba33db3b9': 'server-2008-enterprise',
  '8198490a-add0-47b2-b3ba-316b12d647b4': 'server-2008-enterprise',
  '68b6e220-cf09-466b-92d3-45cd964b9509': 'server-2008-datacenter',
  'fd09ef77-5647-4eff-809c-af2b64659a45': 'server-2008-datacenter',
  '01ef176b-3e0d-422a-b4f8-4ea880035e8f': 'server-2008-itanium',
};

/** The system that a product ID stands for, as Windows names it; an empty text for IDs that are not known. */
export function editionOfSku(id: string): string {
  const plain = id.replace(/[{}]/g, '').toLowerCase();
  return Object.hasOwn(KMS_CLIENTS, plain) ? SYSTEMS[KMS_CLIENTS[plain]].title : '';
}
