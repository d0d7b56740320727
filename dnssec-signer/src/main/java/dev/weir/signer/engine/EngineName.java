package dev.weir.signer.engine;

import dev.weir.signer.EngineFault;
import java.util.Locale;

/// What `--engine` accepts.
public enum EngineName {
  /// The best for the algorithm and the size of the task.
  AUTO("auto"),
  /// Amazon's Corretto Crypto Provider, native.
  ACCP(CorrettoEngine.NAME),
  /// Bouncy Castle, pure Java.
  BC(BouncyEngine.NAME),
  /// Java's own providers.
  JDK(JavaEngine.NAME),
  /// A token, through PKCS #11; chosen for its keys without being asked.
  PKCS11(TokenEngine.NAME);

  private final String text;

  EngineName(String text) {
    this.text = text;
  }

  /// Reads a name in any case.
  ///
  /// @throws EngineFault if there is no such engine
  public static EngineName parse(String text) {
    String small = text.toLowerCase(Locale.ROOT);
    for (EngineName name : values()) {
      if (name.text.equals(small)) {
        return name;
      }
    }
    throw new EngineFault(
        "there is no engine '" + text + "'; there are auto, accp, bc, jdk and pkcs11");
  }

  /// Prints the name as it is given on the command line.
  @Override
  public String toString() {
    return text;
  }
}
