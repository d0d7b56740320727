package dev.weir.signer.store;

import dev.weir.dns.name.Name;
import dev.weir.signer.KeyFault;
import dev.weir.signer.engine.Engines;
import dev.weir.signer.hsm.TokenKeys;
import dev.weir.signer.keys.KeyFileText;
import dev.weir.signer.keys.KeyRole;
import dev.weir.signer.keys.KeyTimes;
import dev.weir.signer.keys.PemText;
import dev.weir.signer.keys.PlainKey;
import dev.weir.signer.keys.PrivateKeyText;
import dev.weir.signer.keys.PublicKeyRecord;
import dev.weir.signer.keys.SigningKey;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Reads and writes keys in files, and finds the key that a command line names.
///
/// | argument | what is read |
/// |---|---|
/// | `Kexample.+013+04711`, with or without `.key` or `.private` | both files of a BIND pair |
/// | `name.pem` | the private key, and flags and algorithm from `name.key` if that exists |
/// | `pkcs11:token=...;object=...` | a key pair of a token, see `dev.weir.signer.hsm` |
///
/// A PEM file alone, and a token, know no flags: the key then has the role that the caller gives,
/// and RSA is RSASHA256. The private half of a pair may be in a token, if its file says `Label:
/// pkcs11:...` as `dnssec-keyfromlabel` writes it.
public final class KeyFiles {
  private static final String PUBLIC = ".key";
  private static final String PRIVATE = ".private";
  private static final String PEM = ".pem";
  private static final int MAX_OCTETS = 1 << 20;

  private KeyFiles() {}

  /// Loads the key that an argument names.
  ///
  /// @param zone the zone it must be a key of
  /// @param plainRole the role of a key whose flags are written nowhere
  /// @throws KeyFault if a half is missing or unreadable, the key is another zone's, or the halves
  ///   evidently do not belong together
  public static SigningKey load(String argument, Name zone, KeyRole plainRole) {
    if (argument.startsWith("pkcs11:")) {
      return TokenKeys.load(argument, zone, plainRole);
    }
    if (argument.endsWith(PEM)) {
      return loadPem(argument, zone, plainRole);
    }
    String base = base(argument);
    Path publicPath = Path.of(base + PUBLIC);
    Path privatePath = Path.of(base + PRIVATE);
    if (!Files.exists(publicPath) && !Files.exists(privatePath)) {
      throw new KeyFault(
          "there is no key " + argument + ": neither " + publicPath + " nor " + privatePath);
    }
    PublicKeyRecord record = publicOf(publicPath, zone);
    String text = text(privatePath);
    try {
      String token = PrivateKeyText.token(text);
      if (token != null) {
        return TokenKeys.load(token, zone, record);
      }
      return new SigningKey(zone, record, PrivateKeyText.read(text, record).material());
    } catch (KeyFault e) {
      throw in(privatePath, e);
    }
  }

  private static String base(String argument) {
    for (String suffix : List.of(PUBLIC, PRIVATE)) {
      if (argument.endsWith(suffix)) {
        return argument.substring(0, argument.length() - suffix.length());
      }
    }
    // A shell that completes the common part of two file names leaves their dot.
    return argument.matches(".*\\+[0-9]{3}\\+[0-9]{5}\\.")
        ? argument.substring(0, argument.length() - 1)
        : argument;
  }

  private static SigningKey loadPem(String argument, Name zone, KeyRole plainRole) {
    Path path = Path.of(argument);
    Path companion = Path.of(argument.substring(0, argument.length() - PEM.length()) + PUBLIC);
    PublicKeyRecord record = Files.exists(companion) ? publicOf(companion, zone) : null;
    String text = text(path);
    try {
      PlainKey plain = PemText.read(text);
      return record == null
          ? plain.of(zone, plainRole.flags(), Engines.publicHalf())
          : plain.of(zone, record);
    } catch (KeyFault e) {
      throw in(path, e);
    }
  }

  private static PublicKeyRecord publicOf(Path path, Name zone) {
    KeyFileText.PublicFile file = readPublic(path);
    if (!file.owner().equals(zone)) {
      throw new KeyFault(path + " is a key of " + file.owner() + ", not of " + zone);
    }
    PublicKeyRecord key = file.key();
    if (!key.zoneKey()) {
      throw new KeyFault(
          path + ": flags " + key.flags() + " are no zone key's; they must be 256 or 257");
    }
    return key;
  }

  /// Reads a public key file.
  ///
  /// @throws KeyFault if it cannot be read or holds no DNSKEY record
  public static KeyFileText.PublicFile readPublic(Path path) {
    String text = text(path);
    try {
      return KeyFileText.read(text);
    } catch (KeyFault e) {
      throw in(path, e);
    }
  }

  /// The public keys of a zone among the files of a directory; files that cannot be read as keys
  /// are passed over.
  ///
  /// @throws KeyFault if the directory cannot be read
  public static List<PublicKeyRecord> existing(Path directory, Name zone) {
    List<PublicKeyRecord> keys = new ArrayList<>();
    try (DirectoryStream<Path> files = Files.newDirectoryStream(directory, "K*" + PUBLIC)) {
      for (Path file : files) {
        try {
          KeyFileText.PublicFile found = readPublic(file);
          if (found.owner().equals(zone)) {
            keys.add(found.key());
          }
        } catch (KeyFault _) {
          // Not a key of any zone: whatever it is, its tag cannot collide.
        }
      }
    } catch (IOException e) {
      throw unreadable(directory, e);
    }
    return keys;
  }

  /// Writes a BIND pair into a directory, the private half readable by its owner only.
  ///
  /// Each file appears whole or not at all, the private one first; nothing is overwritten.
  ///
  /// @return the path of the pair without the suffix
  /// @throws KeyFault if a file exists or cannot be written
  public static Path write(Path directory, SigningKey key, KeyTimes times) {
    return write(directory, key, times, PRIVATE, PrivateKeyText.print(key, times));
  }

  /// Writes the private key as PEM and, beside it, the public key file that knows zone and flags.
  ///
  /// @return the path of both without the suffix
  /// @throws KeyFault if a file exists or cannot be written
  public static Path writePem(Path directory, SigningKey key, KeyTimes times) {
    return write(directory, key, times, PEM, PemText.print(key));
  }

  private static Path write(
      Path directory, SigningKey key, KeyTimes times, String suffix, String secret) {
    String base = key.baseName();
    Path publicPath = directory.resolve(base + PUBLIC);
    Path secretPath = directory.resolve(base + suffix);
    for (Path path : List.of(secretPath, publicPath)) {
      if (Files.exists(path)) {
        throw new KeyFault(path + " exists; keys are never overwritten");
      }
    }
    NewFile.write(secretPath, secret, "rw-------");
    NewFile.write(publicPath, KeyFileText.print(key.zone(), key.publicKey(), times), "rw-r--r--");
    return directory.resolve(base);
  }

  private static String text(Path path) {
    try {
      long size = Files.size(path);
      if (size > MAX_OCTETS) {
        throw new KeyFault(path + " has " + size + " octets; that is no key file");
      }
      if (size == 0) {
        throw new KeyFault(path + " is empty");
      }
      return Files.readString(path, StandardCharsets.ISO_8859_1);
    } catch (IOException e) {
      throw unreadable(path, e);
    }
  }

  private static KeyFault unreadable(Path path, IOException e) {
    String why =
        switch (e) {
          case NoSuchFileException _ -> "it does not exist";
          case AccessDeniedException _ -> "permission denied";
          default -> String.valueOf(e.getMessage());
        };
    return new KeyFault("cannot read " + path + ": " + why, e);
  }

  private static KeyFault in(Path path, KeyFault fault) {
    return new KeyFault(path + ": " + fault.getMessage(), fault);
  }
}
