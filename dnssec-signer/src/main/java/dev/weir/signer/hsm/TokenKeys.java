package dev.weir.signer.hsm;

import dev.weir.dns.name.Name;
import dev.weir.signer.EngineFault;
import dev.weir.signer.KeyFault;
import dev.weir.signer.keys.KeyRole;
import dev.weir.signer.keys.PrivateMaterial;
import dev.weir.signer.keys.PublicKeyRecord;
import dev.weir.signer.keys.SigningKey;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Finds key pairs in tokens.
///
/// The private key object that the URI names must be the only one; its public key is the public key
/// object with the same identifier (or, if it has none, the same label), or, for RSA, what the
/// private object itself shows. A token knows nothing of DNSSEC: flags come from the caller, and
/// RSA is RSASHA256.
public final class TokenKeys {
  private static final int TOKEN_INFO_OCTETS = 256;

  /// p11-kit's proxy, on Debian, Fedora and Homebrew.
  private static final List<String> PROXIES =
      List.of(
          "/usr/lib/x86_64-linux-gnu/p11-kit-proxy.so",
          "/usr/lib/aarch64-linux-gnu/p11-kit-proxy.so",
          "/usr/lib64/p11-kit-proxy.so",
          "/opt/homebrew/lib/p11-kit-proxy.dylib");

  private TokenKeys() {}

  /// The key pair that a PKCS #11 URI names.
  ///
  /// @param uri as in RFC 7512, with `module-path`, and `pin-value` or `pin-source`
  /// @param zone the zone whose key it is
  /// @param role gives the flags
  /// @throws KeyFault if the URI is broken, or names no key or several
  /// @throws EngineFault if the library does not load or the token refuses
  public static SigningKey load(String uri, Name zone, KeyRole role) {
    Found found = find(TokenUri.parse(uri));
    return new SigningKey(
        zone, found.objects.publicKey(role.flags()), new PrivateMaterial.Token(found.key));
  }

  /// The key pair that a PKCS #11 URI names, for a DNSKEY record that is known.
  ///
  /// @throws KeyFault if the URI is broken, names no key or several, or another key
  /// @throws EngineFault if the library does not load or the token refuses
  public static SigningKey load(String uri, Name zone, PublicKeyRecord record) {
    Found found = find(TokenUri.parse(uri));
    PublicKeyRecord seen = found.objects.publicKey(record.flags());
    if (!seen.key().equals(record.key())) {
      throw new KeyFault("the key " + found.key.label() + " is another one than the .key file has");
    }
    return new SigningKey(
        zone, record, new PrivateMaterial.Token(found.key.with(record.signing())));
  }

  private record Found(TokenObjects objects, TokenPrivateKey key) {}

  private static Found find(TokenUri uri) {
    String library = uri.anywhere("module-path");
    if (library == null) {
      library = proxy(uri);
    }
    if (!Files.exists(Path.of(library))) {
      throw new EngineFault("there is no PKCS #11 library " + library);
    }
    Cryptoki cryptoki = Cryptoki.load(Path.of(library));
    long slot = slot(cryptoki, uri);
    long session = cryptoki.openSession(slot);
    byte @Nullable [] pin = pin(uri);
    if (pin != null) {
      login(cryptoki, session, uri, pin);
    }
    TokenObjects objects = TokenObjects.find(cryptoki, session, uri);
    PublicKeyRecord seen = objects.publicKey(KeyRole.ZSK.flags());
    return new Found(
        objects,
        new TokenPrivateKey(
            cryptoki, slot, objects.privateHandle(), seen.signing(), uri.toString()));
  }

  /// The library that stands for all tokens a machine knows, where there is one.
  private static String proxy(TokenUri uri) {
    for (String path : PROXIES) {
      if (Files.exists(Path.of(path))) {
        return path;
      }
    }
    throw new KeyFault(
        uri + ": say where the token's library is, with ?module-path=/usr/lib/...so");
  }

  private static void login(Cryptoki cryptoki, long session, TokenUri uri, byte[] pin) {
    long code = cryptoki.login(session, pin);
    Arrays.fill(pin, (byte) 0);
    if (code == Cryptoki.CKR_PIN_INCORRECT || code == Cryptoki.CKR_PIN_LOCKED) {
      throw new EngineFault(
          uri
              + ": the token refused the PIN"
              + (code == Cryptoki.CKR_PIN_LOCKED ? "; it is locked" : ""));
    }
    if (code != Cryptoki.CKR_ALREADY_LOGGED_IN) {
      Cryptoki.check("C_Login", code);
    }
  }

  private static byte @Nullable [] pin(TokenUri uri) {
    String value = uri.anywhere("pin-value");
    String source = uri.anywhere("pin-source");
    if (source == null) {
      return value == null ? null : value.getBytes(StandardCharsets.UTF_8);
    }
    String path = source.startsWith("file:") ? source.substring("file:".length()) : source;
    if (path.startsWith("//")) {
      path = path.substring(2);
    }
    try {
      return Files.readString(Path.of(path)).strip().getBytes(StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new KeyFault(uri + ": cannot read the PIN from " + path, e);
    }
  }

  private static long slot(Cryptoki cryptoki, TokenUri uri) {
    List<String> labels = new ArrayList<>();
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment info = arena.allocate(TOKEN_INFO_OCTETS, 8);
      for (long slot : cryptoki.slots()) {
        cryptoki.tokenInfo(slot, info);
        if (fits(uri, "token", info, 0, 32)
            && fits(uri, "manufacturer", info, 32, 32)
            && fits(uri, "model", info, 64, 16)
            && fits(uri, "serial", info, 80, 16)) {
          return slot;
        }
        labels.add("'" + padded(info, 0, 32) + "'");
      }
    }
    throw new KeyFault(
        uri + ": there is no such token; there are " + (labels.isEmpty() ? "none" : labels));
  }

  private static boolean fits(
      TokenUri uri, String attribute, MemorySegment info, int at, int length) {
    String wanted = uri.text(attribute);
    return wanted == null || wanted.equals(padded(info, at, length));
  }

  private static String padded(MemorySegment info, int at, int length) {
    byte[] octets = info.asSlice(at, length).toArray(ValueLayout.JAVA_BYTE);
    return new String(octets, StandardCharsets.UTF_8).stripTrailing();
  }
}
