package dev.weir.signer.keys;

import dev.weir.dns.name.Name;
import java.util.Locale;

/// The text of BIND's key files: `K<zone>+<algorithm>+<tag>.key` and `.private`.
public final class KeyFileText {
  private KeyFileText() {}

  /// The name of a key's files without the suffix, such as `Kexample.+013+04711`.
  public static String baseName(Name zone, PublicKeyRecord key) {
    String owner = zone.canonical().toString().replace("/", "\\047");
    return String.format(Locale.ROOT, "K%s+%03d+%05d", owner, key.algorithm().code(), key.keyTag());
  }
}
