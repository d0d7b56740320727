package dev.weir.roto.emit;

import dev.weir.roto.ir.Image;
import dev.weir.roto.ir.Lowering;
import dev.weir.roto.ir.Routine;
import dev.weir.roto.ir.TooLargeException;
import dev.weir.roto.library.Forms;
import dev.weir.roto.library.Library;
import dev.weir.roto.run.Limits;
import dev.weir.roto.run.ScriptException;
import dev.weir.roto.run.Unit;
import dev.weir.roto.run.Values;
import dev.weir.roto.source.Code;
import dev.weir.roto.source.Diagnostic;
import dev.weir.roto.tree.Constant;
import dev.weir.roto.tree.Function;
import dev.weir.roto.tree.Program;
import dev.weir.roto.type.Type;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodHandles.Lookup;
import java.lang.invoke.MethodType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Makes code of a checked program, loads it, and computes its constants.
///
/// Routines go into hidden classes of the package `run`, as many in one as its format allows.
/// Nothing outside refers to these classes but the handles in [Compiled], so that they go when
/// those go.
public final class Emitter {
  private final Program program;
  private final Library library;
  private final Lookup lookup = ShapeClasses.runtime();
  private final Parts parts;
  private final List<Diagnostic> diagnostics = new ArrayList<>();
  private final Object[] constants;
  private Lookup[] lookups = {};
  private final List<byte[]> octets = new ArrayList<>();

  private Emitter(Program program, Library library, EmitOptions options) {
    this.program = program;
    this.library = library;
    this.parts = new Parts(options, new ShapeClasses(lookup));
    this.constants = new Object[program.constants().size()];
  }

  /// Makes code of a program that was checked against the library.
  public static Compiled emit(Program program, Library library, EmitOptions options) {
    try {
      return new Emitter(program, library, options).emit();
    } catch (TooLargeException tooLarge) {
      Function function = tooLarge.function();
      return rejected(
          library,
          Diagnostic.of(
              Code.TOO_LARGE,
              String.valueOf(tooLarge.getMessage()),
              function.source(),
              function.span(),
              ""));
    }
  }

  /// The JVM instructions of a function of a program that compiles, as text; nothing where the
  /// program has no such function or it is generic.
  ///
  /// @param path with its modules and the root
  public static Optional<String> disassemble(
      Program program, Library library, EmitOptions options, String path) {
    Emitter emitter = new Emitter(program, library, options);
    Map<Function, Routine> roots = emitter.load().roots();
    return roots.entrySet().stream()
        .filter(root -> root.getKey().path().equals(path))
        .findFirst()
        .map(root -> Disassembly.of(emitter.octets, root.getValue()));
  }

  private static Compiled rejected(Library library, Diagnostic diagnostic) {
    return new Compiled(List.of(), List.of(), List.of(diagnostic), !library.context().isEmpty());
  }

  /// Lowers the program and loads its classes.
  private Image load() {
    Image image = Lowering.lower(program, library);
    image.layouts().forEach(parts.shapes()::define);
    List<List<Routine>> groups = Partition.of(image.routines());
    for (int i = 0; i < groups.size(); i++) {
      for (Routine routine : groups.get(i)) {
        parts.numbers().put(routine, i);
      }
    }
    lookups = new Lookup[groups.size()];
    for (int i = 0; i < lookups.length; i++) {
      lookups[i] = load(groups.get(i), i, image);
    }
    return image;
  }

  private Compiled emit() {
    Image image = load();
    Map<Function, Compiled.Entry> entries = new LinkedHashMap<>();
    image.roots().forEach((function, routine) -> entries.put(function, entry(function, routine)));
    program.constants().forEach(constant -> compute(constant, entries));
    return new Compiled(
        program.functions().stream()
            .filter(entries::containsKey)
            .map(function -> find(entries, function))
            .toList(),
        program.tests().stream().map(test -> find(entries, test)).toList(),
        diagnostics,
        hasContext());
  }

  private static Compiled.Entry find(Map<Function, Compiled.Entry> entries, Function function) {
    return java.util.Objects.requireNonNull(entries.get(function));
  }

  private boolean hasContext() {
    return !library.context().isEmpty();
  }

  // ---- classes ----------------------------------------------------------------------------------

  private Lookup load(List<Routine> routines, int number, Image image) {
    ClassPart part = new ClassPart(parts, number);
    if (!routines.isEmpty()) {
      part.source(routines.getFirst().source().name());
    }
    routines.forEach(part::add);
    for (Routine root : image.roots().values()) {
      if (parts.part(root) == number && root.needs().guard()) {
        new EntryWriter(part, root, hasContext()).write();
      }
    }
    octets.add(part.bytes());
    try {
      return lookup.defineHiddenClassWithClassData(
          octets.getLast(), part.classData(constants, lookups), false);
    } catch (IllegalAccessException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private Compiled.Entry entry(Function function, Routine routine) {
    Lookup in = lookups[parts.part(routine)];
    ClassLoader loader = in.lookupClass().getClassLoader();
    MethodType plain = MethodType.fromMethodDescriptorString(routine.descriptor(), loader);
    List<Class<?>> before =
        hasContext() ? List.of(Limits.class, Object.class) : List.of(Limits.class);
    try {
      MethodHandle handle;
      if (routine.needs().guard()) {
        int hidden = plain.parameterCount() - routine.parameters().size();
        MethodType type = plain.dropParameterTypes(0, hidden).insertParameterTypes(0, before);
        handle = in.findStatic(in.lookupClass(), EntryWriter.name(routine), type);
      } else {
        handle =
            MethodHandles.dropArguments(
                in.findStatic(in.lookupClass(), routine.name(), plain), 0, before);
      }
      return new Compiled.Entry(function, handle.asType(type(function, before)));
    } catch (ReflectiveOperationException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /// The type of an entry, in which no class is named that others cannot name.
  private static MethodType type(Function function, List<Class<?>> before) {
    List<Class<?>> all = new ArrayList<>(before);
    function.parameters().forEach(local -> all.add(Forms.of(local.type())));
    return MethodType.methodType(Forms.ofResult(function.result()), all);
  }

  // ---- constants --------------------------------------------------------------------------------

  private void compute(Constant constant, Map<Function, Compiled.Entry> entries) {
    if (!diagnostics.isEmpty()) {
      return;
    }
    Function function = constant.initial();
    try {
      List<@Nullable Object> arguments = new ArrayList<>(List.of(Limits.USUAL));
      if (hasContext()) {
        arguments.add(null);
      }
      Object value = find(entries, function).handle().invokeWithArguments(arguments);
      Object kept = constant.type().head() == Type.Scalar.UNIT ? Unit.VALUE : value;
      Values.freeze(kept);
      constants[program.constants().indexOf(constant)] = kept;
    } catch (ScriptException stopped) {
      diagnostics.add(
          Diagnostic.of(
              Code.FAILED_CONSTANT,
              "the constant " + constant.path() + " cannot be computed: " + stopped.reason(),
              function.source(),
              stopped.frames().isEmpty()
                      || stopped.frames().getFirst().source() != function.source()
                  ? function.span()
                  : stopped.frames().getFirst().span(),
              "stopped here"));
    } catch (Throwable impossible) {
      throw new IllegalStateException(
          "the constant " + constant.path() + " cannot be computed", impossible);
    }
  }
}
