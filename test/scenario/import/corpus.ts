/** A small file of each format, for what is done to them in tests. */
export const CORPUS: Readonly<Record<string, string>> = {
  'ad.csv':
    '"Name","Enabled","LastLogonDate","OperatingSystem","OperatingSystemServicePack","DistinguishedName"\n"PC1","True","3/1/2009 08:00:00","Windows Vista™ Business","Service Pack 1","CN=PC1,OU=Berlin,DC=corp,DC=example"\n"PC2","False","","Windows Server® 2008 Standard","","CN=PC2,OU=Rome,DC=corp"\n',
  'computers.json':
    '[{"Name":"PC1","OperatingSystem":"Windows Vista Business SP1","Enabled":true,"LastLogonDate":"/Date(1236844353000)/"},{"Name":"PC2","OperatingSystem":"Windows Web Server 2008","Site":{"Name":"Rome"}}]',
  'format-table.txt':
    'Name   OperatingSystem              Enabled\n----   ---------------              -------\nPC001  Windows Vista Business SP1      True\nSRV... Windows Server 2008 Web...     False\n',
  'dump.grep':
    'cn\tdNSHostName\toperatingSystem\toperatingSystemVersion\tlastLogon\tuserAccountControl\tdescription\nPC001\tpc001.corp.example\tWindows Vista™ Business\t6.0 (6002)\t08/31/09 12:01:57\tWORKSTATION_ACCOUNT\tEurope, "main"\n',
  'glpi.csv':
    '"Name";"Operating System - Name";"Operating System - Service pack";"Type";"Model";"Location"\n"PC1";"Microsoft Windows Vista Professionnel";"Service Pack 1";"VM";"x";"Lyon"\n',
  'vamt.csv':
    'FullyQualifiedDomainName,ProductName,ProductDescription,ProductKeyType,GenuineStatusText,KmsHost,Sku\nPC1.corp.example,"Windows(TM) Vista, Business edition","VOLUME_KMSCLIENT channel",Volume:GVLK,Non-Genuine,kms-7:1700,4f3d1606-3fea-4c01-be3c-8d671c401e3b\n',
  'lab.cilx':
    '<SoftwareLicensingData><Computers><Computer Name="K1" OSVersion="6.0.6001" OSEdition="Windows Vista Enterprise"><Products><Product><Sku Id="a" ApplicationId="55c92734-d682-4d71-983e-d6ec3f16059f" Description="VOLUME_MAK channel"/></Product></Products></Computer></Computers></SoftwareLicensingData>',
  'export.ldf':
    'dn: CN=PC1,OU=Berlin,DC=corp,DC=example\nchangetype: add\nobjectClass: computer\ncn: PC1\noperatingSystem:: V2luZG93cyBWaXN0YeKEoiBCdXNpbmVzcw==\noperatingSystemVersion: 6.0\n (6001)\n\ndn: CN=PC2\ncn: PC2\noperatingSystem: Windows Web Server 2008\n',
  'systeminfo.txt':
    'Host Name:                 PC1\nOS Name:                   Microsoftr Windows VistaT Business\nOS Version:                6.0.6002 Service Pack 2 Build 6002\nProduct ID:                89584-OEM-0000000-00000\nSystem Model:              VMware\n\nHost Name: PC2\nOS Name: Windows Web Server 2008\nOS Version: 6.0.6001\n',
  'kms.csv':
    '"TimeCreated","ErrorCode","MinCount","ComputerName","ClientId","ClientTime","IsVM","LicenseStatus","Expiration","ProductId"\n"3/1/2009 8:00:01 AM","0x0","25","pc001.corp.example","e5c98033-aab6-4d0b-9af9-1d399597dd56","3/1/2009 8:00:00 AM","False","OOBGrace","29.20:40:00","cfd8ff08-c0d7-452b-9f60-ef5c70c32094"\n"3/15/2009 8:05:01 AM","0x0","25","pc002.corp.example","e5c98033-aab6-4d0b-9af9-1d399597dd56","3/1/2009 8:05:00 AM","True","Licensed","179.20:40:00","4f3d1606-3fea-4c01-be3c-8d671c401e3b"\n',
  'own.csv':
    'Date and Time,Source,Event ID,Computer,Info\n2008-03-03T00:00,SLC,12294,kms-1.corp,corp\n2008-03-03T00:00,SLC,12290,kms-1.corp,"0x0,25,pc-0001.corp,8db964c7-f62e-4e1b-b83b-0b20ca98e7c9,2008/3/3 0:00,0,2,43200,4f3d1606-3fea-4c01-be3c-8d671c401e3b"\n2008-03-14T00:00,SLC,12290,kms-1.corp,"0x0,25,pc-0001.corp,8db964c7-f62e-4e1b-b83b-0b20ca98e7c9,2008/3/14 0:00,0,1,250000,4f3d1606-3fea-4c01-be3c-8d671c401e3b"\n',
  'client.csv':
    'Date and Time,Source,Event ID,Computer,Info\n2008-03-03T00:00,SLC,12288,pc-0001.corp,"0x0,0x8,kms-1.corp:1688,8db964c7-f62e-4e1b-b83b-0b20ca98e7c9,2008/3/3 0:00,0,2,43200,4f3d1606-3fea-4c01-be3c-8d671c401e3b,25"\n2008-03-03T00:00,SLC,12289,pc-0001.corp,"0x0,0x4000008,0,0,1,120,10080,3/3/2008 0:00"\n',
  'events.xml':
    "<?xml version=\"1.0\"?><Events><Event xmlns='x'><System><EventID>12290</EventID><TimeCreated SystemTime='2009-03-01T08:00:01.000Z'/><Computer>kms01</Computer></System><EventData><Data>0x0,25,pc7.corp,e5c98033-aab6-4d0b-9af9-1d399597dd56,2009/3/1 8:00,1,2,40123,cfd8ff08-c0d7-452b-9f60-ef5c70c32094</Data></EventData></Event></Events>",
  'wevtutil.txt':
    'Event[0]:\n  Date: 2009-03-01T08:00:01.000\n  Event ID: 12290\n  Computer: kms01.corp.example\n  Description: \nInfo:\n0x0,25,pc7.corp.example,e5c98033-aab6-4d0b-9af9-1d399597dd56,2009/3/1 8:00,1,2,40123,cfd8ff08-c0d7-452b-9f60-ef5c70c32094\n',
  'zone.db':
    '$ORIGIN corp.example.\n@  IN SOA ns1 hostmaster 1 3600 600 86400 3600\n_vlmcs._tcp IN SRV 0 0 1688 kms-1.corp.example.\n            IN SRV 0 0 1688 old\n',
  'dlv.txt':
    'Software licensing service version: 6.0.6001.18000\nName: Windows Server(R), ServerStandard edition\nDescription: Windows Operating System - Windows Server(R), VOLUME_KMS_B channel\n\n    Current count: 14\n    Listening on Port: 1688\n    DNS publishing enabled\n    Renewal interval: 10080 minutes\n',
};
