import { foldLetters } from '../basics/fold-letters.ts';

/** Words for kinds of computers, departments and purposes: units named after them are no sites. */
const FUNCTIONS = new RegExp(
  `^(?:${`
  workstations? servers? desktops? laptops? notebooks? clients? computers? pcs? tablets? mobiles? machines? members? member-servers? hosts? nodes? vms? virtual.* physical
  test.* prod.* dev.* staging staged? pilot.* lab.* kiosks? disabled.* inactive.* retired.* old new stale quarantine default managed unmanaged standard special other misc.* shared
  vista.* windows.* win.* 2008.* xp.* server.*20.* sql.* exchange.* sharepoint.* citrix.* terminal.* file.* print.* web.* database.* hyper-?v.* cluster.* infrastructure infra domain.controllers? dcs? dmz kms.* mak.*
  users? groups? accounts? staff employees? students? teachers? admin.* it helpdesk support hr human.resources finance accounting sales marketing legal purchasing engineering production manufacturing logistics management executives? research r&d operations security training
  arbeitsplatze? arbeitsstationen rechner clients? server serveurs? portables? postes?.* ordinateurs? fixes? bureautique equipos? servidores? portatiles? estaciones.* puestos? postazioni computer portatili fissi computadores? estacoes.* werkstations? klienter servrar dator.* komputery serwery stacje.* laptopy
  verwaltung vertrieb buchhaltung personal entwicklung produktion schulung ventes comptabilite direction finances? rh ressources.* informatique ventas contabilidad recursos.* vendite amministrazione
  `
    .trim()
    .split(/\s+/)
    .join('|')})(?:[ _-]?\\d+)?$`,
);

/** Words that name a place of work. */
const SITE_WORDS =
  /(?:^|[ _-])(?:sites?|branch(?:es)?|offices?|hq|headquarters|campus|building|bldg|plant|factory|warehouse|store|region|location|standort|filiale|niederlassung|zentrale|werk|geb[aä]ude|agence|siege|usine|succursale|sucursal|sede|fabrica|oficina|filial|stabilimento|kontor|vestiging|oddzial)(?:$|[ _-]|\d)/;

/** Cities, regions and countries that units are often named after, in their own and in English words. */
const PLACES: ReadonlySet<string> = new Set(
  `
  amsterdam athens athens atlanta auckland austin baltimore bangalore bengaluru bangkok barcelona basel beijing belfast belgrade berlin bern
  bilbao birmingham bogota bologna bonn bordeaux boston bratislava bremen brisbane bristol brno brussels bruxelles brussel bucharest budapest
  buenos-aires cairo calgary cambridge canberra cape-town capetown cardiff casablanca charlotte chennai chicago cincinnati cleveland cologne
  copenhagen cork dallas delhi denver detroit dortmund dresden dubai dublin durban dusseldorf edinburgh edmonton essen florence firenze
  frankfurt gdansk geneva genova geneve genf glasgow gothenburg goteborg graz grenoble guadalajara hamburg hannover hanover hannover heidelberg
  helsinki hong-kong hongkong houston hyderabad indianapolis innsbruck istanbul jakarta jerusalem johannesburg kansas-city karlsruhe kiel kiev koln
  krakow kuala-lumpur kyoto lagos las-vegas lausanne leeds leipzig lille lima linz lisbon lisboa liverpool ljubljana lodz london los-angeles
  luxembourg lyon madrid mainz malaga malmo manchester manila mannheim marseille melbourne memphis mexico mexico-city miami milan milano minneapolis
  montpellier montreal moscow mumbai munich munchen nagoya nairobi nantes naples napoli new-orleans new-york newyork nice nurnberg nuremberg
  oakland orlando osaka oslo ottawa oxford palermo paris perth philadelphia phoenix pittsburgh porto porto-alegre portland poznan prague praha pretoria
  quebec raleigh redmond reims rennes reykjavik riga rio rio-de-janeiro rome roma rotterdam sacramento salt-lake-city salzburg san-antonio san-diego
  san-francisco san-jose santiago sao-paulo sapporo seattle seoul sevilla seville shanghai sheffield shenzhen singapore sofia southampton st-gallen
  st-louis stockholm strasbourg stuttgart sydney taipei tallinn tampa tel-aviv the-hague den-haag tianjin tokyo toronto toulouse tunis turin torino
  utrecht valencia vancouver venice venezia vienna wien vilnius warsaw warszawa washington wellington wiesbaden wroclaw zagreb zaragoza zurich
  argentina australia austria osterreich belgium belgie belgique brazil brasil canada chile china colombia croatia czech denmark danmark egypt
  england estonia europe emea apac americas asia africa finland france germany deutschland greece hungary india indonesia ireland israel italy italia
  japan kenya korea latvia lithuania malaysia netherlands nederland new-zealand norway norge peru philippines poland polska portugal romania russia
  scotland serbia slovakia slovenia south-africa spain espana sweden sverige switzerland schweiz suisse taiwan thailand turkey ukraine uk usa us
  vietnam wales north south east west nord sud ost central
  `
    .trim()
    .split(/\s+/),
);

/** Whether a unit is named after a kind of computers, a department or a purpose. */
export function isFunction(unit: string): boolean {
  return FUNCTIONS.test(foldLetters(unit).trim());
}

/** Whether a unit is named after a place. */
export function isPlace(unit: string): boolean {
  const plain = foldLetters(unit).trim();
  if (SITE_WORDS.test(plain)) return true;
  const words = plain.split(/[^\p{L}\p{N}]+/u).filter((word) => word !== '' && !/^\d+$/.test(word));
  return PLACES.has(words.join('-')) || words.some((word) => PLACES.has(word) && word.length > 2);
}
