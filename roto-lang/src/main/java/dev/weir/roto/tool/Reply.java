package dev.weir.roto.tool;

import dev.weir.roto.run.ScriptException;
import dev.weir.roto.source.Diagnostic;
import dev.weir.roto.type.Type;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a [Session] says to an input.
public sealed interface Reply {
  /// It has been understood and done.
  ///
  /// @param type of the value; `()` if there is none to show
  /// @param value in its boxed form; null is `None`
  /// @param defined items that have been added or replaced, as they are declared
  /// @param dropped variables that are gone because their type has been replaced
  /// @param warnings what is odd about it
  record Done(
      Type type,
      @Nullable Object value,
      List<String> defined,
      List<String> dropped,
      List<Diagnostic> warnings)
      implements Reply {
    /// Copies the lists.
    public Done {
      defined = List.copyOf(defined);
      dropped = List.copyOf(dropped);
      warnings = List.copyOf(warnings);
    }
  }

  /// It has errors; nothing has changed.
  record Refused(List<Diagnostic> diagnostics) implements Reply {
    /// Copies the list.
    public Refused {
      diagnostics = List.copyOf(diagnostics);
    }
  }

  /// It was stopped while it ran. Its items are there, its variables are not; lists and other
  /// handles keep what had been done to them.
  ///
  /// @param frames the functions that were running, the innermost first, where a person wrote them
  record Stopped(ScriptException reason, List<ScriptException.Frame> frames) implements Reply {
    /// Copies the list.
    public Stopped {
      frames = List.copyOf(frames);
    }
  }
}
