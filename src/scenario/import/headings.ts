/** What a column can say of a computer. */
export const IMPORT_FIELDS = [
  'name',
  'os',
  'service-pack',
  'version',
  'site',
  'ou',
  'virtual',
  'model',
  'manufacturer',
] as const;

export type ImportField = (typeof IMPORT_FIELDS)[number];

/**
 * Headings by which tools call each field, the telling ones first, as `normalizeHeading` leaves them. From:
 * attributes of computers in Active Directory as `Get-ADComputer | Export-Csv` and csvde write them, views of
 * SMS and Configuration Manager (SMS_R_System, Win32_OperatingSystem, Win32_ComputerSystem; they end in 0),
 * wmic and systeminfo, the reports of MAP, PDQ Inventory, Lansweeper and OCS Inventory, and plain words.
 */
export const HEADINGS: Readonly<Record<ImportField, readonly string[]>> = {
  name: [
    ...['computername', 'machinename', 'netbiosname', 'hostname', 'assetname', 'csname', 'pscomputername'],
    ...[
      'devicename',
      'name',
      'cn',
      'host',
      'computer',
      'machine',
      'node',
      'system',
      'rechnername',
      'rechner',
    ],
    ...[
      'nomdelordinateur',
      'nomdelhôte',
      'samaccountname',
      'dnshostname',
      'fullyqualifieddomainname',
      'fqdn',
    ],
  ],
  os: [
    ...['operatingsystem', 'caption', 'osname', 'operatingsystemname', 'os', 'oscaption', 'ostitle'],
    ...['operatingsystemnameandversion', 'operatingsystemnameand', 'osedition', 'productname'],
    ...['betriebssystem', 'betriebssystemname', 'systèmedexploitation', 'nomdusystèmedexploitation'],
  ],
  'service-pack': [
    ...['operatingsystemservicepack', 'csdversion', 'servicepack', 'servicepacklevel', 'osservicepack', 'sp'],
    ...['ossprelease', 'sprelease', 'osservicepacklevel', 'servicepackmajorversion', 'oscomments'],
  ],
  version: [
    ...['operatingsystemversion', 'osversion', 'oscode', 'osbuild', 'buildnumber', 'version'],
    ...['betriebssystemversion', 'versiondusystème', 'versiondusystèmedexploitation'],
  ],
  site: [
    ...[
      'site',
      'sitename',
      'adsitename',
      'adsite',
      'activedirectorysite',
      'iplocation',
      'location',
      'office',
    ],
    ...['branch', 'standort', 'lieu', 'emplacement'],
  ],
  ou: [
    ...[
      'distinguishedname',
      'dn',
      'canonicalname',
      'ou',
      'organizationalunit',
      'systemouname',
      'adou',
      'oupath',
    ],
    ...['organisationseinheit'],
  ],
  virtual: [
    ...[
      'virtual',
      'isvirtualmachine',
      'isvirtual',
      'virtualmachine',
      'vm',
      'isvm',
      'machinetype',
      'virtuell',
    ],
    ...['virtuelle'],
  ],
  model: ['model', 'systemmodel', 'computermodel', 'modelname', 'modell', 'systemmodell', 'modèle'],
  manufacturer: [
    ...['manufacturer', 'systemmanufacturer', 'computermanufacturer', 'vendor', 'hersteller'],
    ...['systemhersteller', 'fabricant', 'fabricantdusystème'],
  ],
};

/** A heading in lower case without blanks and signs, and without the 0 behind columns of Configuration Manager. */
export function normalizeHeading(heading: string): string {
  const plain = heading.normalize('NFKC').toLowerCase().trim();
  return plain.replace(/(?<=\p{L})0$/u, '').replace(/[^\p{L}\p{N}]/gu, '');
}
