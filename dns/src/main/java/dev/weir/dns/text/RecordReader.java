package dev.weir.dns.text;

import dev.weir.dns.MalformedText;
import dev.weir.dns.name.Name;
import dev.weir.dns.name.NameText;
import dev.weir.dns.octets.OctetBuffer;
import dev.weir.dns.octets.Octets;
import dev.weir.dns.type.RecordClass;
import dev.weir.dns.type.RecordType;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

// The idea: most records of a large file repeat the owner of the record before, or a new owner with
// the same TTL, class and type. So the owner's text is compared with the last one before it is
// parsed, and class and TTL are read straight from the octets.
//
// The invariant: between two entries, `origin`, `defaultTtl`, `lastTtl` and `owner` are the
// ReadState
// that the next entry inherits. What was inherited from before the text began is noted in the
// `used...` fields, so that a text that was read with a guessed state can be checked afterwards.

/// Reads the records and directives of one stretch of a zone file (RFC 1035 §5, RFC 2308 §4).
///
/// Faults become diagnostics, and reading goes on with the next entry. `$INCLUDE` stops the reader,
/// for it opens no files. One thread; [#begin] starts over.
final class RecordReader {
  private static final int SOA = RecordType.SOA.code();
  private static final int RRSIG = RecordType.RRSIG.code();
  private static final int OPT = RecordType.OPT.code();
  private static final int FIRST_META = 128;
  private static final int LAST_META = 255;

  private final ReadRules rules;
  private final Lexer lexer = new Lexer();
  private final Entry entry = new Entry();
  private final RdataReader rdataReader = new RdataReader();
  private final OctetBuffer rdata = new OctetBuffer(1024);
  private final OctetBuffer owner = new OctetBuffer(Name.MAX_OCTETS + 1);
  private final KnownMiddles middles = new KnownMiddles();
  private int lastTypeToken;
  private int lastType;
  private int lastStatedTtl;
  private byte[] ownerText = new byte[256];
  private int ownerTextLength;
  private boolean ownerKnown;

  private String file = "";
  private byte[] text = new byte[1];
  private int from;
  private int to;
  private RecordSink sink = (name, length, type, ttl, data, at, octets) -> true;
  private Diagnostics diagnostics = new Diagnostics(0);

  private ReadState begun = ReadState.atStart(Name.ROOT);
  private Name origin = Name.ROOT;
  private int defaultTtl;
  private int lastTtl;
  private boolean usedTtl;
  private boolean usedOwner;
  private boolean ownOwner;
  private boolean ownTtl;

  private String includeFile = "";
  private Name includeOrigin = Name.ROOT;

  /// A reader without text.
  RecordReader(ReadRules rules) {
    this.rules = rules;
  }

  /// Why [#read] came back.
  enum Stop {
    /// The text is at its end.
    END,
    /// An `$INCLUDE` is to be carried out; [#read] goes on behind it.
    INCLUDE,
    /// The text ended inside parentheses; the entry from [#unfinishedFrom] was not read.
    UNFINISHED
  }

  /// Where the text comes from and where records and faults go.
  record Outlet(String file, RecordSink sink, Diagnostics diagnostics) {}

  /// Starts over.
  ///
  /// @param text the octets; the one at `to` must exist and is overwritten
  /// @param from where the text begins, at the start of a line
  /// @param to where it ends, exclusive
  /// @param state what the first line inherits
  void begin(byte[] text, int from, int to, ReadState state, Outlet outlet) {
    this.text = text;
    this.from = from;
    this.to = to;
    lexer.begin(text, from, to);
    resume(state, outlet);
  }

  /// Goes on from another state, as behind an included file.
  void resume(ReadState state, Outlet outlet) {
    file = outlet.file();
    sink = outlet.sink();
    diagnostics = outlet.diagnostics();
    usedTtl = false;
    usedOwner = false;
    begun = state;
    origin = state.origin();
    defaultTtl = state.defaultTtl();
    lastTtl = state.lastTtl();
    owner.clear();
    owner.bytes(state.owner());
    ownerKnown = true;
    ownerTextLength = -1;
    ownOwner = false;
    ownTtl = false;
  }

  /// What the next entry inherits.
  ReadState state() {
    return new ReadState(origin, defaultTtl, lastTtl, owner.toBytes());
  }

  /// What a text inherits behind this one, given the state that really held before this one.
  ReadState stateAfter(ReadState truth) {
    return new ReadState(
        origin,
        defaultTtl,
        ownTtl ? lastTtl : truth.lastTtl(),
        ownOwner ? owner.toBytes() : truth.owner());
  }

  /// Whether reading from `truth` would have given the same.
  boolean holdsFor(ReadState truth) {
    return begun.sameNames(truth)
        && begun.defaultTtl() == truth.defaultTtl()
        && (!usedTtl || begun.lastTtl() == truth.lastTtl())
        && (!usedOwner || Arrays.equals(begun.owner(), truth.owner()));
  }

  /// Line ends passed.
  int lines() {
    return lexer.lines();
  }

  /// Where the entry begins that parentheses keep open at the end of the text.
  int unfinishedFrom() {
    return lexer.entryFrom();
  }

  /// Octets of the entry that parentheses keep open at the end of the text.
  int unfinishedOctets() {
    return to - lexer.entryFrom();
  }

  /// Line ends before the entry that parentheses keep open at the end of the text.
  int unfinishedLine() {
    return lexer.entryLine();
  }

  /// The file name of the `$INCLUDE` that stopped the reader.
  String includeFile() {
    return includeFile;
  }

  /// The origin that the included file starts with.
  Name includeOrigin() {
    return includeOrigin;
  }

  /// Reads on.
  ///
  /// @param more whether text follows this one, so that an open parenthesis at its end is no fault
  Stop read(boolean more) {
    while (true) {
      try {
        if (knownRecord()) {
          continue;
        }
        if (!lexer.next(entry)) {
          return Stop.END;
        }
        if (directive()) {
          if (include()) {
            return Stop.INCLUDE;
          }
        } else {
          record(entry);
          learn();
        }
      } catch (EntryFault fault) {
        if (more && lexer.unclosed()) {
          return Stop.UNFINISHED;
        }
        report(Severity.ERROR, fault.token(), fault);
      } catch (MalformedText fault) {
        report(Severity.ERROR, 0, fault);
      }
    }
  }

  private boolean directive() {
    return !entry.leadingBlank() && text[entry.start(0)] == '$' && !entry.quoted(0);
  }

  /// Reads the record that comes next if it has a plain owner and a known middle.
  ///
  /// @return false, and nothing has changed, if there is none or anything is wrong with it
  private boolean knownRecord() {
    int start = lexer.position();
    if (start >= to || text[start] == '$') {
      return false;
    }
    int ownerEnd = start + ownerTextLength;
    boolean sameOwner =
        ownerTextLength > 0
            && ownerEnd < to
            && Lexer.blank(text[ownerEnd])
            && Arrays.equals(text, start, ownerEnd, ownerText, 0, ownerTextLength);
    if (!sameOwner) {
      ownerEnd = lexer.plainWordEnd(start);
      if (ownerEnd < 0) {
        return false;
      }
    }
    int middle = middles.find(text, ownerEnd, to);
    if (middle < 0) {
      return false;
    }
    try {
      lexer.nextFrom(ownerEnd + middles.length(middle), entry);
      if (!sameOwner) {
        newOwner(text, start, ownerEnd);
      }
      if (add(entry, -1, middles.type(middle), middles.ttl(middle))) {
        return true;
      }
    } catch (EntryFault | MalformedText _) {
      ownerTextLength = -1;
    }
    lexer.back();
    return false;
  }

  /// Learns what stands between owner and data of the record just read.
  private void learn() {
    if (!entry.leadingBlank() && lastTypeToken > 0 && lastTypeToken + 1 < entry.tokens()) {
      int end = entry.end(lastTypeToken) + 1;
      middles.learn(text, entry.end(0), end, lastType, lastStatedTtl);
    }
  }

  /// Reads one record.
  private void record(Entry entry) throws EntryFault {
    int token = 0;
    if (!entry.leadingBlank()) {
      owner(entry);
      token = 1;
    } else if (!ownOwner) {
      usedOwner = true;
    }
    byte[] text = entry.text();
    int tokens = entry.tokens();
    int ttl = -1;
    int type = -1;
    boolean classSeen = false;
    for (; token < tokens; token++) {
      int start = entry.start(token);
      int end = entry.end(token);
      int first = start < end ? text[start] : 0;
      if (first >= '0' && first <= '9' && ttl < 0) {
        ttl = TtlText.parse(entry, token);
      } else if (end - start == 2
          && (first | 0x20) == 'i'
          && (text[start + 1] | 0x20) == 'n'
          && !entry.quoted(token)) {
        checkClass(entry, token, RecordClass.IN.code(), classSeen);
        classSeen = true;
      } else {
        type = RecordTypeText.find(text, start, end);
        if (type >= 0 && !entry.quoted(token)) {
          break;
        }
        checkClass(entry, token, classOf(entry, token), classSeen);
        classSeen = true;
      }
    }
    if (token >= tokens) {
      throw new EntryFault(tokens, "the record has no type");
    }
    data(entry, token, type, ttl);
    lastTypeToken = token;
    lastType = type;
    lastStatedTtl = ttl;
  }

  private void data(Entry entry, int token, int type, int statedTtl) throws EntryFault {
    if (owner.length() == 0) {
      if (!ownerKnown) {
        return;
      }
      throw new EntryFault(0, "the first record has no owner");
    }
    if (type == 0 || type == OPT || (type >= FIRST_META && type <= LAST_META)) {
      throw new EntryFault(token, new RecordType(type) + " is never in a zone (RFC 6895 §3.1)");
    }
    if (!add(entry, token, type, statedTtl)) {
      report(Severity.WARNING, 0, null);
    }
  }

  /// Reads the data behind the type and gives the record away; false if it is not of this zone.
  private boolean add(Entry entry, int token, int type, int statedTtl) throws EntryFault {
    rdata.clear();
    rdataReader.read(type, entry, token + 1, origin, rdata);
    int ttl = statedTtl;
    if (ttl >= 0) {
      lastTtl = ttl;
      ownTtl = true;
    } else {
      ttl = inheritedTtl(token, type);
    }
    return sink.add(owner.array(), owner.length(), type, ttl, rdata.array(), 0, rdata.length());
  }

  private int inheritedTtl(int token, int type) throws EntryFault {
    if (type == RRSIG) {
      return Octets.i32(rdata.array(), 4) & Integer.MAX_VALUE;
    }
    if (defaultTtl >= 0) {
      return defaultTtl;
    }
    if (!ownTtl) {
      usedTtl = true;
    }
    if (lastTtl >= 0) {
      return lastTtl;
    }
    if (type == SOA) {
      lastTtl = Octets.i32(rdata.array(), rdata.length() - 4) & Integer.MAX_VALUE;
      ownTtl = true;
      return lastTtl;
    }
    throw new EntryFault(
        token, "no TTL is known yet; state one before the type or put $TTL first (RFC 2308 §4)");
  }

  private void owner(Entry entry) throws EntryFault {
    byte[] text = entry.text();
    int start = entry.start(0);
    int end = entry.end(0);
    if (end - start == ownerTextLength
        && Arrays.equals(text, start, end, ownerText, 0, ownerTextLength)) {
      return;
    }
    ownerKnown = false;
    ownOwner = true;
    owner.clear();
    ownerTextLength = -1;
    if (entry.quoted(0)) {
      throw new EntryFault(0, "a quoted string stands where the owner must be");
    }
    try {
      newOwner(text, start, end);
    } catch (MalformedText e) {
      throw new EntryFault(0, String.valueOf(e.getMessage()));
    }
  }

  private void newOwner(byte[] text, int start, int end) {
    ownerKnown = false;
    ownOwner = true;
    owner.clear();
    NameText.parse(text, start, end, origin, owner);
    if (end - start > ownerText.length) {
      ownerText = new byte[2 * (end - start)];
    }
    ownerTextLength = end - start;
    System.arraycopy(text, start, ownerText, 0, ownerTextLength);
    ownerKnown = true;
  }

  private static int classOf(Entry entry, int token) throws EntryFault {
    String word = entry.string(token);
    if (entry.quoted(token) || !RecordClass.parseable(word)) {
      String hint =
          word.startsWith("$")
              ? "; a directive starts in the first column"
              : "; unknown types are written TYPE12345";
      throw new EntryFault(token, "'" + word + "' is neither TTL, class nor record type" + hint);
    }
    return RecordClass.parse(word).code();
  }

  private void checkClass(Entry entry, int token, int code, boolean seen) throws EntryFault {
    if (seen) {
      throw new EntryFault(token, "a second class, '" + entry.string(token) + "'");
    }
    if (code != rules.zoneClass().code()) {
      throw new EntryFault(
          token, "class " + new RecordClass(code) + " in a zone of class " + rules.zoneClass());
    }
  }

  /// Carries out the directive; true if it is an `$INCLUDE`, which is the caller's.
  private boolean include() throws EntryFault {
    if (entry.is(0, "$origin")) {
      expectTokens(2, 2, "$ORIGIN takes one name");
      origin = name(1);
      ownerTextLength = -1;
    } else if (entry.is(0, "$ttl")) {
      expectTokens(2, 2, "$TTL takes one number");
      defaultTtl = TtlText.parse(entry, 1);
    } else if (entry.is(0, "$generate")) {
      new Generate(entry, rules.generateLimit()).each(this::record);
    } else if (entry.is(0, "$include")) {
      expectTokens(2, 3, "$INCLUDE takes a file name and perhaps an origin");
      includeFile = new String(fileName(), StandardCharsets.UTF_8);
      includeOrigin = entry.tokens() == 3 ? name(2) : origin;
      return true;
    } else {
      throw new EntryFault(
          0,
          "'"
              + entry.string(0)
              + "' is no directive; there are $ORIGIN, $TTL, $INCLUDE and $GENERATE, and an owner"
              + " that starts with a dollar sign is written \\$");
    }
    return false;
  }

  private void expectTokens(int least, int most, String usage) throws EntryFault {
    if (entry.tokens() < least || entry.tokens() > most) {
      throw new EntryFault(Math.min(entry.tokens(), most), usage);
    }
  }

  private Name name(int token) throws EntryFault {
    if (entry.quoted(token)) {
      throw new EntryFault(token, "a quoted string stands where a name must be");
    }
    OctetBuffer wire = new OctetBuffer(Name.MAX_OCTETS + 1);
    try {
      NameText.parse(text, entry.start(token), entry.end(token), origin, wire);
    } catch (MalformedText e) {
      throw new EntryFault(token, String.valueOf(e.getMessage()));
    }
    return Name.of(wire.toBytes());
  }

  /// The file name, its escapes undone.
  private byte[] fileName() throws EntryFault {
    OctetBuffer name = new OctetBuffer();
    int end = entry.end(1);
    for (int i = entry.start(1); i < end; i++) {
      if (text[i] == '\\') {
        int octet = NameText.unescape(text, i, end);
        if (octet < 0) {
          throw new EntryFault(1, "the file name has a broken escape");
        }
        name.u8(octet);
        i += NameText.escapeLength(text, i) - 1;
      } else {
        name.u8(text[i]);
      }
    }
    return name.toBytes();
  }

  /// Reports a fault at the entry's first token, such as an `$INCLUDE` that cannot be carried out.
  void report(String message) {
    report(Severity.ERROR, Math.min(1, entry.tokens() - 1), new EntryFault(0, message));
  }

  private void report(
      Severity severity, int token, @org.jspecify.annotations.Nullable Exception fault) {
    if (!diagnostics.keeps(severity)) {
      diagnostics.count(severity);
      return;
    }
    String message = fault == null ? outside() : String.valueOf(fault.getMessage());
    diagnostics.add(
        FaultPlace.of(entry, token, text, from, to)
            .diagnostic(severity, file, message, lexer.entryFrom(), lexer.entryLine()));
  }

  private String outside() {
    return Name.of(owner.toBytes()) + " is outside the zone; the record is left out";
  }
}
