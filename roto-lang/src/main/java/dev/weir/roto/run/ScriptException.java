package dev.weir.roto.run;

import dev.weir.roto.source.Source;
import dev.weir.roto.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A script was stopped: what happened, and where in the script.
///
/// The places are found when the exception is made, by a walk over the frames of the thread: each
/// class of compiled code keeps a table from instructions to spans ([Places]). Java's own stack
/// trace of the exception shows the script's functions too, with their files and lines.
public final class ScriptException extends RuntimeException {
  private static final long serialVersionUID = 1;
  private static final int DEEPEST = 512;

  /// A function of a script that was running, and what it was doing.
  ///
  /// @param function its path
  /// @param source the text that declares it
  /// @param span what it was doing
  public record Frame(String function, Source source, Span span) {
    /// The line, from 1.
    public int line() {
      return source.line(span.start());
    }

    /// The column, from 1.
    public int column() {
      return source.column(span.start());
    }

    @Override
    public String toString() {
      return function + " (" + source.place(span.start()) + ")";
    }
  }

  /// What happened.
  private final Fault fault;

  /// The innermost function first.
  private final transient List<Frame> frames;

  /// Stops the script that runs on this thread.
  public ScriptException(Fault fault, String message) {
    this(fault, message, null);
  }

  /// Stops the script that runs on this thread.
  public ScriptException(Fault fault, String message, @Nullable Throwable cause) {
    super(message, cause);
    this.fault = fault;
    List<Frame> found = new ArrayList<>();
    boolean[] piece = new boolean[1];
    setStackTrace(
        StackWalker.getInstance(
                Set.of(
                    StackWalker.Option.RETAIN_CLASS_REFERENCE,
                    StackWalker.Option.SHOW_HIDDEN_FRAMES))
            .walk(walk ->
                walk.limit(DEEPEST)
                    .map(frame -> element(frame, found, piece))
                    .flatMap(Optional::stream)
                    .toArray(StackTraceElement[]::new)));
    this.frames = List.copyOf(found);
  }

  private static Optional<StackTraceElement> element(
      StackWalker.StackFrame frame, List<Frame> found, boolean[] piece) {
    Class<?> owner = frame.getDeclaringClass();
    if (owner == ScriptException.class || (owner.isHidden() && !Places.isScript(owner))) {
      return Optional.empty();
    }
    if (!owner.isHidden()) {
      return Optional.of(frame.toStackTraceElement());
    }
    Frame place = Places.find(owner, frame.getMethodName(), frame.getByteCodeIndex());
    if (place == null) {
      return Optional.empty();
    }
    boolean caller = piece[0];
    piece[0] = frame.getMethodName().contains(Places.PIECE);
    if (caller) {
      return Optional.empty();
    }
    found.add(place);
    int last = place.function().lastIndexOf('.');
    return Optional.of(
        new StackTraceElement(
            last < 0 ? "pkg" : place.function().substring(0, last),
            place.function().substring(last + 1),
            place.source().name(),
            place.line()));
  }

  /// The stack trace is made in the constructor.
  @Override
  public Throwable fillInStackTrace() {
    return this;
  }

  /// What happened.
  public Fault fault() {
    return fault;
  }

  /// The sentence that says what happened, without the place.
  public String reason() {
    return String.valueOf(super.getMessage());
  }

  /// The functions that were running, the innermost first; empty if none was.
  public List<Frame> frames() {
    return frames == null ? List.of() : frames;
  }

  /// What happened, after the place of the innermost function.
  @Override
  public String getMessage() {
    return frames().isEmpty()
        ? reason()
        : frames.getFirst().source().place(frames.getFirst().span().start()) + ": " + reason();
  }
}
