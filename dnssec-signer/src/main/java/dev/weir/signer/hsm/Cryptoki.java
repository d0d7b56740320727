package dev.weir.signer.hsm;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import dev.weir.signer.EngineFault;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.invoke.MethodHandle;
import java.nio.file.Path;

/// The functions of a PKCS #11 library that finding keys and signing take (PKCS #11 v2.40 §5).
///
/// The library exports one function, which gives a table of all others:
///
/// ```
/// struct CK_FUNCTION_LIST { version (2 octets, padded to 8); C_Initialize; C_Finalize; ... }
/// ```
///
/// Handles, lengths and return values are C's `unsigned long`, eight octets on the systems this
/// runs on. A function that does not return 0 ends in an [EngineFault] that names it and the code.
@SuppressWarnings("restricted")
final class Cryptoki {
  static final long CKR_ALREADY_INITIALIZED = 0x191;
  static final long CKR_ALREADY_LOGGED_IN = 0x100;
  static final long CKR_PIN_INCORRECT = 0xa0;
  static final long CKR_PIN_LOCKED = 0xa4;

  private static final long TABLE_OCTETS = 8 + 68 * 8;
  private static final MemoryLayout LONG = JAVA_LONG;
  private static final MemoryLayout POINTER = ADDRESS;
  private static final MemoryLayout OCTET = JAVA_BYTE;

  private final Linker linker = Linker.nativeLinker();
  private final MemorySegment table;
  private final MethodHandle getSlotList;
  private final MethodHandle getTokenInfo;
  private final MethodHandle openSession;
  private final MethodHandle login;
  private final MethodHandle getAttributeValue;
  private final MethodHandle findObjectsInit;
  private final MethodHandle findObjects;
  private final MethodHandle findObjectsFinal;
  private final MethodHandle signInit;
  private final MethodHandle sign;

  private Cryptoki(MemorySegment table) {
    this.table = table;
    getSlotList = function(4, OCTET, POINTER, POINTER);
    getTokenInfo = function(6, LONG, POINTER);
    openSession = function(12, LONG, LONG, POINTER, POINTER, POINTER);
    login = function(18, LONG, LONG, POINTER, LONG);
    getAttributeValue = function(24, LONG, LONG, POINTER, LONG);
    findObjectsInit = function(26, LONG, POINTER, LONG);
    findObjects = function(27, LONG, POINTER, LONG, POINTER);
    findObjectsFinal = function(28, LONG);
    signInit = function(42, LONG, POINTER, LONG);
    sign = function(43, LONG, POINTER, LONG, POINTER, POINTER);
  }

  /// Loads a library and initialises it for many threads.
  ///
  /// @throws EngineFault if it does not load or is no PKCS #11 library
  static Cryptoki load(Path library) {
    try {
      SymbolLookup lookup = SymbolLookup.libraryLookup(library, Arena.global());
      MemorySegment entry =
          lookup
              .find("C_GetFunctionList")
              .orElseThrow(() -> new EngineFault(library + " is no PKCS #11 library"));
      MethodHandle getFunctionList =
          Linker.nativeLinker().downcallHandle(entry, FunctionDescriptor.of(JAVA_LONG, ADDRESS));
      try (Arena arena = Arena.ofConfined()) {
        MemorySegment pointer = arena.allocate(ADDRESS);
        check("C_GetFunctionList", (long) getFunctionList.invokeExact(pointer));
        MemorySegment table = pointer.get(ADDRESS, 0).reinterpret(TABLE_OCTETS);
        Cryptoki cryptoki = new Cryptoki(table);
        cryptoki.initialize(arena);
        return cryptoki;
      }
    } catch (IllegalArgumentException e) {
      throw new EngineFault("cannot load the PKCS #11 library " + library, e);
    } catch (EngineFault e) {
      throw e;
    } catch (Throwable e) {
      throw unexpected(e);
    }
  }

  private void initialize(Arena arena) throws Throwable {
    MemorySegment arguments = arena.allocate(6 * 8, 8);
    arguments.set(JAVA_LONG, 4 * 8, 2);
    long code = (long) function(0, POINTER).invokeExact(arguments);
    if (code != CKR_ALREADY_INITIALIZED) {
      check("C_Initialize", code);
    }
  }

  private MethodHandle function(int index, MemoryLayout... parameters) {
    return linker.downcallHandle(
        table.get(ADDRESS, 8 + 8L * index), FunctionDescriptor.of(JAVA_LONG, parameters));
  }

  /// The slots that hold a token.
  long[] slots() {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment count = arena.allocate(JAVA_LONG);
      check("C_GetSlotList", (long) getSlotList.invokeExact((byte) 1, MemorySegment.NULL, count));
      int slots = Math.toIntExact(count.get(JAVA_LONG, 0));
      MemorySegment list = arena.allocate(JAVA_LONG, Math.max(slots, 1));
      check("C_GetSlotList", (long) getSlotList.invokeExact((byte) 1, list, count));
      return list.asSlice(0, 8L * count.get(JAVA_LONG, 0)).toArray(JAVA_LONG);
    } catch (EngineFault e) {
      throw e;
    } catch (Throwable e) {
      throw unexpected(e);
    }
  }

  /// Fills a CK_TOKEN_INFO.
  void tokenInfo(long slot, MemorySegment info) {
    try {
      check("C_GetTokenInfo", (long) getTokenInfo.invokeExact(slot, info));
    } catch (EngineFault e) {
      throw e;
    } catch (Throwable e) {
      throw unexpected(e);
    }
  }

  /// Opens a session for reading.
  long openSession(long slot) {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment session = arena.allocate(JAVA_LONG);
      long code =
          (long) openSession.invokeExact(slot, 4L, MemorySegment.NULL, MemorySegment.NULL, session);
      check("C_OpenSession", code);
      return session.get(JAVA_LONG, 0);
    } catch (EngineFault e) {
      throw e;
    } catch (Throwable e) {
      throw unexpected(e);
    }
  }

  /// Logs the user in; the code is the caller's to judge.
  long login(long session, byte[] pin) {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment copy = arena.allocate(Math.max(pin.length, 1));
      MemorySegment.copy(pin, 0, copy, JAVA_BYTE, 0, pin.length);
      long code = (long) login.invokeExact(session, 1L, copy, (long) pin.length);
      copy.fill((byte) 0);
      return code;
    } catch (Throwable e) {
      throw unexpected(e);
    }
  }

  /// Asks for attributes; the code is the caller's to judge.
  long attributes(long session, long object, MemorySegment template, long count) {
    try {
      return (long) getAttributeValue.invokeExact(session, object, template, count);
    } catch (Throwable e) {
      throw unexpected(e);
    }
  }

  /// The objects that match a template, at most `max`.
  long[] find(long session, MemorySegment template, long count, int max) {
    try (Arena arena = Arena.ofConfined()) {
      check("C_FindObjectsInit", (long) findObjectsInit.invokeExact(session, template, count));
      MemorySegment handles = arena.allocate(JAVA_LONG, max);
      MemorySegment found = arena.allocate(JAVA_LONG);
      long code = (long) findObjects.invokeExact(session, handles, (long) max, found);
      check("C_FindObjectsFinal", (long) findObjectsFinal.invokeExact(session));
      check("C_FindObjects", code);
      return handles.asSlice(0, 8 * found.get(JAVA_LONG, 0)).toArray(JAVA_LONG);
    } catch (EngineFault e) {
      throw e;
    } catch (Throwable e) {
      throw unexpected(e);
    }
  }

  /// Signs `data[0, length)`; `room` holds the length of `signature` and then of what was written.
  void sign(
      long session,
      MemorySegment mechanism,
      long key,
      MemorySegment data,
      long length,
      MemorySegment signature,
      MemorySegment room) {
    try {
      check("C_SignInit", (long) signInit.invokeExact(session, mechanism, key));
      check("C_Sign", (long) sign.invokeExact(session, data, length, signature, room));
    } catch (EngineFault e) {
      throw e;
    } catch (Throwable e) {
      throw unexpected(e);
    }
  }

  static void check(String function, long code) {
    if (code != 0) {
      throw new EngineFault(
          "the token refused "
              + function
              + " with code 0x"
              + Long.toHexString(code)
              + explained(code));
    }
  }

  private static String explained(long code) {
    return switch ((int) code) {
      case 0x30 -> " (device error)";
      case 0x31 -> " (device out of memory)";
      case 0x32 -> " (device removed)";
      case 0x70 -> " (mechanism not supported by this token)";
      case 0x63 -> " (key type does not fit the mechanism)";
      case 0x68 -> " (key may not be used for this)";
      case 0xa0 -> " (wrong PIN)";
      case 0xa4 -> " (PIN locked)";
      case 0xb1 -> " (too many sessions)";
      case 0xe0 -> " (token not present)";
      case 0x101 -> " (not logged in; give pin-value or pin-source)";
      default -> "";
    };
  }

  private static EngineFault unexpected(Throwable e) {
    return new EngineFault("calling the PKCS #11 library failed: " + e, e);
  }
}
