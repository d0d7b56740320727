package dev.weir.cli.command;

import dev.weir.dns.name.Name;
import dev.weir.signer.SignerException;
import dev.weir.signer.engine.EngineChoice;
import dev.weir.signer.keys.KeyRole;
import dev.weir.signer.keys.SigningKey;
import dev.weir.signer.store.KeyFiles;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Loads the engines while the zone is read, for a native library takes a third of a second.
///
/// Whatever goes wrong here goes wrong again, and is reported, when the keys are loaded in earnest.
final class EngineWarmth {
  private final @Nullable Thread thread;

  private EngineWarmth(@Nullable Thread thread) {
    this.thread = thread;
  }

  /// Starts loading the engines of the keys; does nothing where the zone's name is not known yet.
  static EngineWarmth start(
      EngineChoice engines, List<String> arguments, @Nullable Name zone, KeyRole role) {
    if (zone == null || arguments.stream().anyMatch(key -> key.startsWith("pkcs11:"))) {
      return new EngineWarmth(null);
    }
    return new EngineWarmth(
        Thread.ofPlatform()
            .daemon()
            .name("engine-warmth")
            .start(() -> load(engines, arguments, zone, role)));
  }

  private static void load(EngineChoice engines, List<String> arguments, Name zone, KeyRole role) {
    try {
      for (String argument : arguments) {
        SigningKey key = KeyFiles.load(argument, zone, role);
        engines.open(key);
      }
    } catch (SignerException _) {
      return;
    }
  }

  /// Waits until the engines are loaded.
  void await() {
    if (thread == null) {
      return;
    }
    try {
      thread.join();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }
}
