import { foldLetters } from '../basics/fold-letters.ts';
import { looksLikeRequests } from './request-columns.ts';

/** What a column can say of a computer. */
export const IMPORT_FIELDS = [
  'name',
  'domain',
  'os',
  'edition',
  'service-pack',
  'version',
  'activation-id',
  'site',
  'ou',
  'virtual',
  'model',
  'manufacturer',
  'enabled',
  'account-control',
  'last-seen',
  'cluster',
  'template',
  'obsolete',
  'description',
  'product-id',
  'channel',
  'kms-host',
  'kms-port',
  'genuine',
] as const;

export type ImportField = (typeof IMPORT_FIELDS)[number];

/**
 * Headings by which tools call each field, the telling ones first, as `normalizeHeading` leaves them. From:
 * attributes of computers in Active Directory as `Get-ADComputer | Export-Csv`, csvde, ldifde and ldapdomaindump write
 * them, views of SMS and Configuration Manager (SMS_R_System, Win32_OperatingSystem, Win32_ComputerSystem; they end
 * in 0), wmic and systeminfo in several languages, VAMT, the reports of MAP, PDQ Inventory, Lansweeper, GLPI, OCS
 * Inventory, RVTools and Hyper-V, and plain words.
 */
export const HEADINGS: Readonly<Record<ImportField, readonly string[]>> = {
  name: words(`
    computername machinename netbiosname hostname assetname csname pscomputername devicename computersystemname
    dnsname guesthostname name cn host computer machine node system vmname vm client clientname workstation
    rechnername rechner computernamen nomdelordinateur nomdordinateur nomdelhote nomhote ordinateur nom nombre
    nombredehost nombredelequipo equipo nombredeequipo nomehost nomecomputer nomedohost nomedocomputador nome
    computernaam hostnaam naam datornamn namn vardnamn nazwakomputera nazwahosta nazwa имякомпьютера имяузла имя
    コンピューター名 コンピュータ名 ホスト名 名前 计算机名 主机名 名称 電腦名稱 主機名稱 컴퓨터이름 호스트이름
    samaccountname dnshostname fullyqualifieddomainname fulldomainname fqdn pc
  `),
  domain: words(
    'domain domainname dnsdomain userdomain domane domaine dominio domein doman domena домен ドメイン 域 ad domaindnsname resourcedomainorworkgroup domainorworkgroup',
  ),
  os: words(`
    caption operatingsystem osname operatingsystemname operatingsystemcaption os oscaption ostitle
    operatingsystemnameandversion operatingsystemnameand osdescription osedition productname
    betriebssystem betriebssystemname systemedexploitation nomdusystemedexploitation systemedexploitationnom
    sistemaoperativo nombredelsistemaoperativo sistemaoperativonombre nomeso nomesistemaoperativo sistemaoperacional
    nomedosistemaoperacional nomedosistemaoperativo sistemaoperacionalnome naambesturingssysteem naamvanbesturingssysteem
    besturingssysteem operativsystem operativsystemnamn operativsystemetsnamn systemoperacyjny nazwasystemuoperacyjnego
    операционнаясистема названиеос имяос os名 オペレーティングシステム 操作系统 操作系统名称 os名称 作業系統 作業系統名稱 운영체제 os이름
    guestos osaccordingtothevmwaretools osaccordingtotheconfigurationfile osfullname platform
  `),
  edition: words(
    'edition osedition0 skufamily licensefamily operatingsystemedition betriebssystemedition editiondusysteme ossku',
  ),
  'service-pack': words(`
    operatingsystemservicepack csdversion servicepack servicepacklevel osservicepack sp ossprelease sprelease
    osservicepacklevel servicepackmajorversion oscomments betriebssystemservicepack systemedexploitationservicepack
    sistemaoperativoservicepack sistemaoperacionalservicepack servicepackdusysteme пакетобновления サービスパック 服务包 서비스팩
  `),
  version: words(`
    operatingsystemversion osversion oscode osbuild buildnumber version versionnumber build
    betriebssystemversion versiondusysteme versiondusystemedexploitation systemedexploitationversion
    versiondelsistemaoperativo sistemaoperativoversion versioneso versaodosistemaoperacional versaodosistemaoperativo
    sistemaoperacionalversao versievanbesturingssysteem versiebesturingssysteem operativsystemversion operativsystemetsversion
    wersjasystemuoperacyjnego версияос osバージョン os版本 作業系統版本 os버전
  `),
  'activation-id': words('activationid skuid sku actid productsku'),
  site: words(`
    site sitename adsitename adsite activedirectorysite iplocation location office subnet ipsubnet ipsubnets subnetid
    branch city standort lieu emplacement localisation ubicacion sede sito localizacao localizacion locatie vestiging plats lokalizacja местоположение расположение размещение local scopeid ipscope standortname
    場所 位置
  `),
  ou: words(
    'distinguishedname dn canonicalname ou organizationalunit systemouname adou oupath organisationseinheit adspath parentcontainer uniteorganisationnelle unidadorganizativa',
  ),
  virtual: words(
    'virtual isvirtualmachine isvirtual virtualmachine vm isvm machinetype virtuell virtuelle computertype devicetype systemkind chassistype type',
  ),
  model: words(
    'model systemmodel computermodel modelname modell systemmodell modele modeledusysteme modelodelsistema modeloelsistema modelosistema modellosistema modello modelodosistema modelo systeemmodel modelvansysteem модельсистемы モデル システムモデル 系统型号',
  ),
  manufacturer: words(
    'manufacturer systemmanufacturer computermanufacturer vendor hersteller systemhersteller fabricant fabricantdusysteme fabricantedelsistema fabricante fabricantedosistema produttore produttoresistema fabrikantvansysteem fabrikant systemtillverkare tillverkare producent producentsystemu изготовительсистемы システム製造元 製造元 系统制造商',
  ),
  enabled: words(
    'enabled accountenabled isenabled aktiviert compteactive habilitado abilitato status0enabled',
  ),
  'account-control': words('useraccountcontrol useraccountcontrol0 accountcontrol'),
  'last-seen': words(`
    lastlogondate lastlogontimestamp lastlogon lastseen lastcontact lastlogontime lastactivetime lasthwscan lasthardwarescan
    lastinventory lastinventorydate lastheartbeat agenttime lastpolicyrequest lastupdate lastcommunication lastcontacted
    letzteanmeldung letzterkontakt zuletztgesehen dernierouverturedesession derniereconnexion dernieremodification ultimoiniciodesesion ultimoaccesso ultimologon ultimoacesso laatsteaanmelding последнийвход 最終ログオン 最終ログオン日時 最后登录 上次登录时间 lastsuccessfulscan lastcheckin lastdiscovered lastdiscovery lastscan lastsync lastpolicyrequest agenttimestamp lastonline
  `),
  obsolete: words(
    'obsolete isobsolete decommissioned isdecommissioned retired isretired statename assetstate assetstatus installstatus lifecyclestatus',
  ),
  template: words('template istemplate vorlage modele'),
  cluster: words('iscluster cluster isclustername clusterobject isclusterobject'),
  description: words(
    'description serviceprincipalname serviceprincipalnames servicePrincipalName objectclass beschreibung descripcion descrizione',
  ),
  'product-id': words(
    'productid produktid identificateurdeproduit identificadorproducto iddelproducto idprodotto numerodeserie identificacaodoproduto productidnummer идентификаторпродукта プロダクトid 产品id',
  ),
  channel: words(
    'productkeytype productkeychannel keytype channel productdescription licensechannel activationmethod licensetype kmsormak method',
  ),
  'kms-host': words('kmshost keymanagementservicemachine kmsserver keymanagementservicename'),
  'kms-port': words('kmsport keymanagementserviceport'),
  genuine: words('genuinestatustext genuinestatus genuine'),
};

/** Columns of lists of virtual machines: all their rows are virtual. */
export const HYPERVISOR_HEADINGS = words(
  'powerstate vmid vmname vcpus vcpu esxhost vmhost guesthostname memoryassigned osaccordingtothevmwaretools provisionedspacemb integrationservicesversion',
);

function words(text: string): readonly string[] {
  return text.trim().split(/\s+/);
}

/**
 * A heading in lower case without blanks, signs and accents, without the 0 behind columns of Configuration Manager,
 * and without the name of the table that its reports put in front.
 */
export function normalizeHeading(heading: string): string {
  const own = heading.slice(0, 200).replace(/^Details_(?:Table\d+_)?/, '');
  const plain = foldLetters(own.normalize('NFKC')).trim();
  return plain.replace(/(?<=\p{L})0$/u, '').replace(/[^\p{L}\p{N}]/gu, '');
}

const NAMES = new Set([...HEADINGS.name]);
const OTHERS = new Set(
  Object.entries(HEADINGS).flatMap(([field, headings]) => (field === 'name' ? [] : headings)),
);

/** Whether a row looks like the header of a table of computers or of requests: one name, and another known heading. */
export function looksLikeHeader(cells: readonly string[]): boolean {
  const headings = cells.slice(0, 1000).map(normalizeHeading);
  return (
    (headings.some((heading) => NAMES.has(heading)) && headings.some((heading) => OTHERS.has(heading))) ||
    looksLikeRequests(headings)
  );
}
