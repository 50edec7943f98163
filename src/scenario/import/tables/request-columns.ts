/** What columns say of the requests in a KMS host's log that a script has flattened. */
export const REQUEST_FIELDS = [
  'time',
  'client',
  'cmid',
  'client-time',
  'virtual',
  'status',
  'expiry',
  'activation-id',
  'threshold',
  'code',
  'host',
] as const;
export type RequestField = (typeof REQUEST_FIELDS)[number];

/** Headings by which scripts call each, as `normalizeHeading` leaves them. */
export const REQUEST_HEADINGS: Readonly<Record<RequestField, readonly string[]>> = {
  time: [
    'timecreated',
    'time',
    'datetime',
    'dateandtime',
    'date',
    'timegenerated',
    'timewritten',
    'logged',
    'timestamp',
    'eventtime',
  ],
  client: [
    'computername',
    'clientname',
    'clientcomputer',
    'client',
    'machinename',
    'machine',
    'clientfqdn',
    'clientmachine',
    'fqdn',
    'computer',
    'hostname',
    'name',
    'workstation',
  ],
  cmid: ['clientid', 'cmid', 'clientmachineid', 'clientguid', 'clientcmid', 'machineid'],
  'client-time': ['clienttime', 'clienttimestamp', 'requesttime', 'clientdatetime'],
  virtual: ['isvm', 'vm', 'virtual', 'vminfo', 'virtualmachine', 'isvirtual', 'vmflag', 'isclientvm'],
  status: ['licensestatus', 'licensestate', 'status', 'licencestatus', 'state'],
  expiry: [
    'expiration',
    'expiry',
    'minutestoexpiry',
    'minutestoexpiration',
    'timetoexpiration',
    'minutesremaining',
    'remaining',
    'expiresin',
    'timetoexpire',
    'minutestostateexpiration',
  ],
  'activation-id': [
    'productid',
    'activationid',
    'actid',
    'skuid',
    'sku',
    'product',
    'activationguid',
    'productguid',
  ],
  threshold: [
    'mincount',
    'npolicy',
    'minimumcount',
    'n',
    'requiredcount',
    'threshold',
    'minclients',
    'minimumclients',
    'npolicycount',
  ],
  code: ['errorcode', 'hresult', 'error', 'code', 'result', 'returncode', 'hr'],
  host: ['kmshost', 'kmsserver', 'server', 'source computer', 'host', 'logcomputer', 'eventcomputer', 'kms'],
};

/** Whether normalized headings are those of requests: CMIDs, and what identifies product or threshold. */
export function looksLikeRequests(headings: readonly string[]): boolean {
  const has = (field: RequestField) => REQUEST_HEADINGS[field].some((heading) => headings.includes(heading));
  return has('cmid') && has('client') && (has('activation-id') || has('threshold') || has('status'));
}
