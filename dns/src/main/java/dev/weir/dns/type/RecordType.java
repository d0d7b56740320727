package dev.weir.dns.type;

import dev.weir.dns.MalformedText;
import java.util.List;

/// A record type (IANA registry "Resource Record (RR) TYPEs", RFC 6895 §3.1): 0 to 65535.
///
/// @param code the number, as on the wire
public record RecordType(int code) implements Comparable<RecordType> {
  /// Type A.
  public static final RecordType A = new RecordType(1);

  /// Type NS.
  public static final RecordType NS = new RecordType(2);

  /// Type MD.
  public static final RecordType MD = new RecordType(3);

  /// Type MF.
  public static final RecordType MF = new RecordType(4);

  /// Type CNAME.
  public static final RecordType CNAME = new RecordType(5);

  /// Type SOA.
  public static final RecordType SOA = new RecordType(6);

  /// Type MB.
  public static final RecordType MB = new RecordType(7);

  /// Type MG.
  public static final RecordType MG = new RecordType(8);

  /// Type MR.
  public static final RecordType MR = new RecordType(9);

  /// Type NULL.
  public static final RecordType NULL = new RecordType(10);

  /// Type WKS.
  public static final RecordType WKS = new RecordType(11);

  /// Type PTR.
  public static final RecordType PTR = new RecordType(12);

  /// Type HINFO.
  public static final RecordType HINFO = new RecordType(13);

  /// Type MINFO.
  public static final RecordType MINFO = new RecordType(14);

  /// Type MX.
  public static final RecordType MX = new RecordType(15);

  /// Type TXT.
  public static final RecordType TXT = new RecordType(16);

  /// Type RP.
  public static final RecordType RP = new RecordType(17);

  /// Type AFSDB.
  public static final RecordType AFSDB = new RecordType(18);

  /// Type X25.
  public static final RecordType X25 = new RecordType(19);

  /// Type ISDN.
  public static final RecordType ISDN = new RecordType(20);

  /// Type RT.
  public static final RecordType RT = new RecordType(21);

  /// Type NSAP.
  public static final RecordType NSAP = new RecordType(22);

  /// Type NSAP-PTR.
  public static final RecordType NSAP_PTR = new RecordType(23);

  /// Type SIG.
  public static final RecordType SIG = new RecordType(24);

  /// Type KEY.
  public static final RecordType KEY = new RecordType(25);

  /// Type PX.
  public static final RecordType PX = new RecordType(26);

  /// Type GPOS.
  public static final RecordType GPOS = new RecordType(27);

  /// Type AAAA.
  public static final RecordType AAAA = new RecordType(28);

  /// Type LOC.
  public static final RecordType LOC = new RecordType(29);

  /// Type NXT.
  public static final RecordType NXT = new RecordType(30);

  /// Type EID.
  public static final RecordType EID = new RecordType(31);

  /// Type NIMLOC.
  public static final RecordType NIMLOC = new RecordType(32);

  /// Type SRV.
  public static final RecordType SRV = new RecordType(33);

  /// Type ATMA.
  public static final RecordType ATMA = new RecordType(34);

  /// Type NAPTR.
  public static final RecordType NAPTR = new RecordType(35);

  /// Type KX.
  public static final RecordType KX = new RecordType(36);

  /// Type CERT.
  public static final RecordType CERT = new RecordType(37);

  /// Type A6.
  public static final RecordType A6 = new RecordType(38);

  /// Type DNAME.
  public static final RecordType DNAME = new RecordType(39);

  /// Type SINK.
  public static final RecordType SINK = new RecordType(40);

  /// Type OPT.
  public static final RecordType OPT = new RecordType(41);

  /// Type APL.
  public static final RecordType APL = new RecordType(42);

  /// Type DS.
  public static final RecordType DS = new RecordType(43);

  /// Type SSHFP.
  public static final RecordType SSHFP = new RecordType(44);

  /// Type IPSECKEY.
  public static final RecordType IPSECKEY = new RecordType(45);

  /// Type RRSIG.
  public static final RecordType RRSIG = new RecordType(46);

  /// Type NSEC.
  public static final RecordType NSEC = new RecordType(47);

  /// Type DNSKEY.
  public static final RecordType DNSKEY = new RecordType(48);

  /// Type DHCID.
  public static final RecordType DHCID = new RecordType(49);

  /// Type NSEC3.
  public static final RecordType NSEC3 = new RecordType(50);

  /// Type NSEC3PARAM.
  public static final RecordType NSEC3PARAM = new RecordType(51);

  /// Type TLSA.
  public static final RecordType TLSA = new RecordType(52);

  /// Type SMIMEA.
  public static final RecordType SMIMEA = new RecordType(53);

  /// Type HIP.
  public static final RecordType HIP = new RecordType(55);

  /// Type NINFO.
  public static final RecordType NINFO = new RecordType(56);

  /// Type RKEY.
  public static final RecordType RKEY = new RecordType(57);

  /// Type TALINK.
  public static final RecordType TALINK = new RecordType(58);

  /// Type CDS.
  public static final RecordType CDS = new RecordType(59);

  /// Type CDNSKEY.
  public static final RecordType CDNSKEY = new RecordType(60);

  /// Type OPENPGPKEY.
  public static final RecordType OPENPGPKEY = new RecordType(61);

  /// Type CSYNC.
  public static final RecordType CSYNC = new RecordType(62);

  /// Type ZONEMD.
  public static final RecordType ZONEMD = new RecordType(63);

  /// Type SVCB.
  public static final RecordType SVCB = new RecordType(64);

  /// Type HTTPS.
  public static final RecordType HTTPS = new RecordType(65);

  /// Type DSYNC.
  public static final RecordType DSYNC = new RecordType(66);

  /// Type HHIT.
  public static final RecordType HHIT = new RecordType(67);

  /// Type BRID.
  public static final RecordType BRID = new RecordType(68);

  /// Type SPF.
  public static final RecordType SPF = new RecordType(99);

  /// Type UINFO.
  public static final RecordType UINFO = new RecordType(100);

  /// Type UID.
  public static final RecordType UID = new RecordType(101);

  /// Type GID.
  public static final RecordType GID = new RecordType(102);

  /// Type UNSPEC.
  public static final RecordType UNSPEC = new RecordType(103);

  /// Type NID.
  public static final RecordType NID = new RecordType(104);

  /// Type L32.
  public static final RecordType L32 = new RecordType(105);

  /// Type L64.
  public static final RecordType L64 = new RecordType(106);

  /// Type LP.
  public static final RecordType LP = new RecordType(107);

  /// Type EUI48.
  public static final RecordType EUI48 = new RecordType(108);

  /// Type EUI64.
  public static final RecordType EUI64 = new RecordType(109);

  /// Type NXNAME.
  public static final RecordType NXNAME = new RecordType(128);

  /// Type TKEY.
  public static final RecordType TKEY = new RecordType(249);

  /// Type TSIG.
  public static final RecordType TSIG = new RecordType(250);

  /// Type IXFR.
  public static final RecordType IXFR = new RecordType(251);

  /// Type AXFR.
  public static final RecordType AXFR = new RecordType(252);

  /// Type MAILB.
  public static final RecordType MAILB = new RecordType(253);

  /// Type MAILA.
  public static final RecordType MAILA = new RecordType(254);

  /// Type ANY.
  public static final RecordType ANY = new RecordType(255);

  /// Type URI.
  public static final RecordType URI = new RecordType(256);

  /// Type CAA.
  public static final RecordType CAA = new RecordType(257);

  /// Type AVC.
  public static final RecordType AVC = new RecordType(258);

  /// Type DOA.
  public static final RecordType DOA = new RecordType(259);

  /// Type AMTRELAY.
  public static final RecordType AMTRELAY = new RecordType(260);

  /// Type RESINFO.
  public static final RecordType RESINFO = new RecordType(261);

  /// Type WALLET.
  public static final RecordType WALLET = new RecordType(262);

  /// Type CLA.
  public static final RecordType CLA = new RecordType(263);

  /// Type IPN.
  public static final RecordType IPN = new RecordType(264);

  /// Type TA.
  public static final RecordType TA = new RecordType(32768);

  /// Type DLV.
  public static final RecordType DLV = new RecordType(32769);

  /// Type ALIAS.
  public static final RecordType ALIAS = new RecordType(65401);

  private static final Mnemonics NAMES =
      new Mnemonics(
          """
          1 A
          2 NS
          3 MD
          4 MF
          5 CNAME
          6 SOA
          7 MB
          8 MG
          9 MR
          10 NULL
          11 WKS
          12 PTR
          13 HINFO
          14 MINFO
          15 MX
          16 TXT
          17 RP
          18 AFSDB
          19 X25
          20 ISDN
          21 RT
          22 NSAP
          23 NSAP-PTR
          24 SIG
          25 KEY
          26 PX
          27 GPOS
          28 AAAA
          29 LOC
          30 NXT
          31 EID
          32 NIMLOC
          33 SRV
          34 ATMA
          35 NAPTR
          36 KX
          37 CERT
          38 A6
          39 DNAME
          40 SINK
          41 OPT
          42 APL
          43 DS
          44 SSHFP
          45 IPSECKEY
          46 RRSIG
          47 NSEC
          48 DNSKEY
          49 DHCID
          50 NSEC3
          51 NSEC3PARAM
          52 TLSA
          53 SMIMEA
          55 HIP
          56 NINFO
          57 RKEY
          58 TALINK
          59 CDS
          60 CDNSKEY
          61 OPENPGPKEY
          62 CSYNC
          63 ZONEMD
          64 SVCB
          65 HTTPS
          66 DSYNC
          67 HHIT
          68 BRID
          99 SPF
          100 UINFO
          101 UID
          102 GID
          103 UNSPEC
          104 NID
          105 L32
          106 L64
          107 LP
          108 EUI48
          109 EUI64
          128 NXNAME
          249 TKEY
          250 TSIG
          251 IXFR
          252 AXFR
          253 MAILB
          254 MAILA
          255 ANY
          256 URI
          257 CAA
          258 AVC
          259 DOA
          260 AMTRELAY
          261 RESINFO
          262 WALLET
          263 CLA
          264 IPN
          32768 TA
          32769 DLV
          65401 ALIAS
          """);

  /// Checks that the number fits in two octets.
  public RecordType {
    if (code < 0 || code > 0xffff) {
      throw new IllegalArgumentException("a record type is 0 to 65535, not " + code);
    }
  }

  /// Reads a mnemonic in any case, or `TYPEn` (RFC 3597 §5).
  ///
  /// @throws MalformedText if it is neither
  public static RecordType parse(String text) {
    int code = NAMES.number(text, "TYPE", 0xffff);
    if (code < 0) {
      throw new MalformedText(
          "'" + text + "' is no record type; unknown ones are written TYPE12345");
    }
    return new RecordType(code);
  }

  /// Whether `text` would [#parse].
  public static boolean parseable(String text) {
    return NAMES.number(text, "TYPE", 0xffff) >= 0;
  }

  /// All types that have a mnemonic, in the order of their numbers.
  public static List<RecordType> all() {
    return NAMES.numbers().mapToObj(RecordType::new).toList();
  }

  /// Whether the type has a mnemonic of its own.
  public boolean named() {
    return NAMES.known(code);
  }

  /// Whether the type is for questions and messages, never for zone data (RFC 6895 §3.1): OPT,
  /// NXNAME, and 249 to 255.
  public boolean meta() {
    return code == 41 || code == 0 || (code >= 128 && code <= 255);
  }

  @Override
  public int compareTo(RecordType other) {
    return Integer.compare(code, other.code);
  }

  /// Prints the mnemonic, or `TYPEn`.
  @Override
  public String toString() {
    return NAMES.name(code, "TYPE");
  }
}
