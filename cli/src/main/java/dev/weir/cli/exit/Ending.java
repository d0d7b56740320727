package dev.weir.cli.exit;

import dev.weir.dns.DnsException;
import dev.weir.signer.SignerException;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.util.Locale;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;

/// What is said and returned when a command ends in an exception: no user ever sees a stack trace
/// unless they ask for it.
///
/// @param exit the exit code
/// @param sentence the message, or empty when nothing should be printed
public record Ending(ExitCode exit, String sentence) {

  /// Translates any exception into an ending.
  public static Ending of(Throwable thrown) {
    Throwable cause = unwrap(thrown);
    return switch (cause) {
      case CommandFailure failure -> new Ending(failure.exit(), text(failure));
      case DnsException malformed -> new Ending(ExitCode.FINDINGS, text(malformed));
      case SignerException unusable -> new Ending(ExitCode.UNUSABLE, text(unusable));
      case IOException broken when isClosedPipe(broken) -> new Ending(ExitCode.PIPE_CLOSED, "");
      case IOException broken when isFullDisk(broken) ->
          new Ending(ExitCode.UNWRITABLE, "no space left on the device: " + text(broken));
      case IOException broken -> new Ending(ExitCode.UNUSABLE, file(broken));
      case InterruptedException _ -> new Ending(ExitCode.INTERRUPTED, "interrupted");
      case OutOfMemoryError _ -> new Ending(ExitCode.INTERNAL, outOfMemory());
      default -> new Ending(ExitCode.INTERNAL, internal(cause));
    };
  }

  private static Throwable unwrap(Throwable thrown) {
    Throwable cause = thrown;
    while (cause instanceof UncheckedIOException
        || cause instanceof ExecutionException
        || cause instanceof CompletionException) {
      Throwable inner = cause.getCause();
      if (inner == null) {
        return cause;
      }
      cause = inner;
    }
    return cause;
  }

  private static String file(IOException broken) {
    return switch (broken) {
      case NoSuchFileException missing -> missing.getFile() + ": no such file or directory";
      case FileNotFoundException missing -> text(missing);
      case AccessDeniedException denied -> denied.getFile() + ": permission denied";
      case NotDirectoryException plain -> plain.getFile() + ": not a directory";
      case FileSystemException system -> text(system);
      case CharacterCodingException _ -> "the text is not valid UTF-8";
      default -> text(broken);
    };
  }

  private static boolean isClosedPipe(IOException broken) {
    return says(broken, "broken pipe") || says(broken, "connection reset by peer");
  }

  private static boolean isFullDisk(IOException broken) {
    return says(broken, "no space left") || says(broken, "disk quota exceeded");
  }

  private static boolean says(IOException broken, String words) {
    String message = broken.getMessage();
    return message != null && message.toLowerCase(Locale.ROOT).contains(words);
  }

  private static String outOfMemory() {
    long mebibytes = Runtime.getRuntime().maxMemory() >> 20;
    return "not enough memory: the heap may grow to "
        + mebibytes
        + " MiB; allow more with WEIR_JAVA_OPTS=-Xmx<size>g";
  }

  private static String internal(Throwable cause) {
    return "internal error: "
        + cause.getClass().getSimpleName()
        + message(cause.getMessage())
        + "; set WEIR_DEBUG=1 for the stack trace, and please report it";
  }

  private static String message(@Nullable String text) {
    return text == null ? "" : ": " + text;
  }

  private static String text(Throwable cause) {
    String message = cause.getMessage();
    return message == null ? cause.getClass().getSimpleName() : message;
  }
}
